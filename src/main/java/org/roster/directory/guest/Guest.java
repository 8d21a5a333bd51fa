package org.roster.directory.guest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a user of another tenant was let into this one. */
@Entity
@Table(name = "guest")
@IdClass(Guest.Key.class)
public class Guest {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For JPA. */
    protected Guest() {}

    Guest(UUID tenantId, UUID userId, Instant now) {
        this.tenantId = tenantId;
        this.userId = userId;
        this.createdAt = now;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID userId() {
        return userId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The primary key, as JPA wants it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private UUID userId;

        @SuppressWarnings("NullAway.Init") // JPA fills it
        public Key() {}

        Key(UUID tenantId, UUID userId) {
            this.tenantId = tenantId;
            this.userId = userId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && userId.equals(key.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, userId);
        }
    }
}
