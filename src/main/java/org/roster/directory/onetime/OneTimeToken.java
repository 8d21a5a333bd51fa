package org.roster.directory.onetime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A random value that lets one user take one step once. Only its keyed hash is stored. */
@Entity
@Table(name = "one_time_token")
public class OneTimeToken {

    @Id
    @Column(name = "token_hash", length = 64)
    private String tokenHash;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 32)
    private Purpose purpose;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** What the step is about beyond the user, such as a new address; never a secret. */
    @Column(updatable = false, length = 254)
    private @Nullable String detail;

    /** Whether it went out by mail and by no other way, so that who brings it back reads that mailbox. */
    @Column(nullable = false, updatable = false)
    private boolean mailed;

    /** For JPA. */
    protected OneTimeToken() {}

    OneTimeToken(
            String tokenHash,
            UUID tenantId,
            UUID userId,
            Purpose purpose,
            @Nullable String detail,
            boolean mailed,
            Instant now,
            Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.tenantId = tenantId;
        this.userId = userId;
        this.purpose = purpose;
        this.detail = detail;
        this.mailed = mailed;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID userId() {
        return userId;
    }

    Purpose purpose() {
        return purpose;
    }

    @Nullable
    String detail() {
        return detail;
    }

    boolean mailed() {
        return mailed;
    }

    boolean good(Instant now) {
        return usedAt == null && expiresAt.isAfter(now);
    }
}
