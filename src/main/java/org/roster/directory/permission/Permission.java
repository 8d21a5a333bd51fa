package org.roster.directory.permission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Stored;

/** What there is to say about a permission of a tenant beyond its word. */
@Entity
@Table(name = "permission")
public class Permission extends Stored {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, length = 128)
    private String name;

    @Column(length = 1000)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private PermissionStatus status;

    /** For JPA. */
    protected Permission() {}

    Permission(UUID id, UUID tenantId, String name, @Nullable String description, Instant now) {
        super(id, now);
        this.tenantId = tenantId;
        this.name = name;
        this.description = description;
        this.status = PermissionStatus.ACTIVE;
    }

    UUID tenantId() {
        return tenantId;
    }

    String name() {
        return name;
    }

    void change(PermissionChange change, Instant now) {
        name = change.name().orElse(name);
        description = change.description().or(description);
        status = change.status().orElse(status);
        touched(now);
    }

    PermissionView view() {
        return new PermissionView(id(), name, description, status);
    }
}
