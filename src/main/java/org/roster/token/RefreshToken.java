package org.roster.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;

/** A refresh token: used once, it makes way for the next of its family. Only its keyed hash is stored. */
@Entity
@Table(name = "refresh_token")
public class RefreshToken {

    @Id
    @Column(name = "token_hash", length = 64)
    private String tokenHash;

    @Column(name = "family_id", nullable = false, updatable = false)
    private UUID familyId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(name = "application_id", nullable = false, updatable = false)
    private UUID applicationId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false)
    private String scopes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For JPA. */
    protected RefreshToken() {}

    RefreshToken(
            String tokenHash,
            UUID familyId,
            UUID tenantId,
            UUID applicationId,
            UUID userId,
            Set<String> scopes,
            Instant now,
            Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.familyId = familyId;
        this.tenantId = tenantId;
        this.applicationId = applicationId;
        this.userId = userId;
        this.scopes = Scopes.join(scopes);
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    UUID familyId() {
        return familyId;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID userId() {
        return userId;
    }

    Set<String> scopes() {
        return Scopes.split(scopes);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Whether it was revoked or used up. */
    boolean spent() {
        return revokedAt != null || usedAt != null;
    }

    boolean used() {
        return usedAt != null;
    }

    boolean revoked() {
        return revokedAt != null;
    }
}
