package org.roster.directory.factor;

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

/** A code that stands in for a lost device once. Only its keyed hash is stored. */
@Entity
@Table(name = "recovery_code")
@IdClass(RecoveryCode.Key.class)
public class RecoveryCode {

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Id
    @Column(name = "code_hash", length = 64)
    private String codeHash;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** For JPA. */
    protected RecoveryCode() {}

    RecoveryCode(UUID userId, String codeHash, Instant now) {
        this.userId = userId;
        this.codeHash = codeHash;
        this.createdAt = now;
    }

    /** The primary key, as JPA wants it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID userId;
        private String codeHash;

        @SuppressWarnings("NullAway.Init") // JPA fills it
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && userId.equals(key.userId) && codeHash.equals(key.codeHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, codeHash);
        }
    }
}
