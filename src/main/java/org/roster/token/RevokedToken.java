package org.roster.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An access token that was taken back before its time; the row is cleared away once the token is over anyway. */
@Entity
@Table(name = "revoked_token")
public class RevokedToken {

    @Id
    @Column(length = 64)
    private String jti;

    @Column(name = "revoked_at", nullable = false, updatable = false)
    private Instant revokedAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    /** For JPA. */
    protected RevokedToken() {}

    RevokedToken(String jti, Instant revokedAt, Instant expiresAt) {
        this.jti = jti;
        this.revokedAt = revokedAt;
        this.expiresAt = expiresAt;
    }

    String jti() {
        return jti;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
