package org.roster.directory.pin;

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

/** A user's pin in one tenant, or the word that the user may not have one. Only its keyed hash is stored. */
@Entity
@Table(name = "pin")
@IdClass(Pin.Key.class)
public class Pin {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "pin_hash", length = 64)
    private @Nullable String pinHash;

    @Column(nullable = false)
    private boolean allowed;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For JPA. */
    protected Pin() {}

    Pin(UUID tenantId, UUID userId, Instant now) {
        this.tenantId = tenantId;
        this.userId = userId;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public UUID userId() {
        return userId;
    }

    public UUID tenantId() {
        return tenantId;
    }

    /** Whether the user may sign in with a pin. */
    public boolean allowed() {
        return allowed;
    }

    /** Whether there is a pin to sign in with. */
    public boolean given() {
        return pinHash != null;
    }

    void change(@Nullable String newHash, @Nullable Boolean nowAllowed, Instant now) {
        if (newHash != null) {
            pinHash = newHash;
        }
        if (nowAllowed != null) {
            allowed = nowAllowed;
        }
        updatedAt = now;
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
