package org.roster.directory.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.Stored;
import org.roster.system.Ids;

/** A wall inside the directory: users, groups, applications and keys belong to exactly one tenant. */
@Entity
@Table(name = "tenant")
public class Tenant extends Stored {

    /** The code of the tenant that is made at the first start; a caller whose tenant is not known otherwise gets it. */
    public static final String DEFAULT_CODE = "default";

    @Column(nullable = false, length = 64)
    private String code;

    @Column(name = "code_key", nullable = false, length = 64)
    private String codeKey;

    @Column(nullable = false, length = 128)
    private String name;

    @Column(length = 1000)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private TenantStatus status;

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> settings = new LinkedHashMap<>();

    @Column(name = "object_id", length = 24, updatable = false)
    private @Nullable String objectId;

    @Column(name = "sessions_ended_at", insertable = false, updatable = false)
    private @Nullable Instant sessionsEndedAt;

    /** For JPA. */
    protected Tenant() {}

    Tenant(UUID id, NewTenant request, Instant now) {
        super(id, now);
        this.objectId = Ids.keptObjectId(id);
        this.code = request.code();
        this.codeKey = Names.fold(request.code());
        this.name = request.name();
        this.description = request.description();
        this.settings = new LinkedHashMap<>(request.settings());
        this.status = TenantStatus.ACTIVE;
    }

    public String code() {
        return code;
    }

    /** Its id for clients that know ids of 24 hexadecimal digits. */
    public String objectId() {
        return objectId == null ? Ids.objectId(id()) : objectId;
    }

    public String name() {
        return name;
    }

    /** The words by which it is known, and which a password in it must not consist of. */
    public List<String> words() {
        return List.of(code, name);
    }

    public @Nullable String description() {
        return description;
    }

    public TenantStatus status() {
        return status;
    }

    public boolean active() {
        return status == TenantStatus.ACTIVE;
    }

    /** The moment before which all tokens of the tenant are over. */
    @Nullable
    Instant sessionsEndedAt() {
        return sessionsEndedAt;
    }

    public Map<String, Object> settings() {
        return new LinkedHashMap<>(settings);
    }

    void change(TenantChange change, Instant now) {
        name = change.name().orElse(name);
        description = change.description().or(description);
        status = change.status().orElse(status);
        if (change.settings().given()) {
            settings = new LinkedHashMap<>(change.settings().orElse(Map.of()));
        }
        touched(now);
    }
}
