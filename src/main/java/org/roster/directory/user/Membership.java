package org.roster.directory.user;

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

/** A user's place in a group. */
@Entity
@Table(name = "membership")
@IdClass(Membership.Key.class)
public class Membership {

    @Id
    @Column(name = "group_id")
    private UUID groupId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For JPA. */
    protected Membership() {}

    public Membership(UUID tenantId, UUID groupId, UUID userId, Instant now) {
        this.tenantId = tenantId;
        this.groupId = groupId;
        this.userId = userId;
        this.createdAt = now;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID userId() {
        return userId;
    }

    /** The primary key, as JPA wants it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID groupId;
        private UUID userId;

        @SuppressWarnings("NullAway.Init") // JPA fills it
        public Key() {}

        Key(UUID groupId, UUID userId) {
            this.groupId = groupId;
            this.userId = userId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && groupId.equals(key.groupId) && userId.equals(key.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, userId);
        }
    }
}
