package org.roster.directory.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret of an application. Only its keyed hash is stored; the hint is its last characters. */
@Entity
@Table(name = "client_secret")
public class ClientSecret {

    @Id
    private UUID id;

    @Column(name = "application_id", nullable = false, updatable = false)
    private UUID applicationId;

    @Column(name = "secret_hash", nullable = false, updatable = false, length = 64)
    private String secretHash;

    @Column(nullable = false, updatable = false, length = 8)
    private String hint;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    /** For JPA. */
    protected ClientSecret() {}

    ClientSecret(UUID id, UUID applicationId, String secretHash, String hint, Instant now) {
        this.id = id;
        this.applicationId = applicationId;
        this.secretHash = secretHash;
        this.hint = hint;
        this.createdAt = now;
    }

    String secretHash() {
        return secretHash;
    }

    public UUID id() {
        return id;
    }

    public String hint() {
        return hint;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    boolean good(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }

    /** Ends the secret at a time, unless it ends sooner already. */
    void end(Instant at) {
        if (expiresAt == null || expiresAt.isAfter(at)) {
            expiresAt = at;
        }
    }
}
