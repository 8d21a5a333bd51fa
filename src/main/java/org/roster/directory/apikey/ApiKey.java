package org.roster.directory.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.persistence.OptionalUuidConverter;
import org.roster.persistence.Stored;
import org.roster.system.Ids;

/** A long random secret that opens Roster for a program. Only its keyed hash is stored. */
@Entity
@Table(name = "api_key")
public class ApiKey extends Stored {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Convert(converter = OptionalUuidConverter.class)
    @Column(name = "user_id", updatable = false)
    private @Nullable UUID userId;

    @Convert(converter = OptionalUuidConverter.class)
    @Column(name = "application_id", updatable = false)
    private @Nullable UUID applicationId;

    @Column(nullable = false, length = 128)
    private String name;

    @Column(length = 1000)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private ApiKeyStatus status;

    @Column(nullable = false)
    private String scopes;

    @Column(name = "secret_hash", nullable = false, updatable = false, length = 64)
    private String secretHash;

    @Column(nullable = false, updatable = false, length = 8)
    private String hint;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    /** For JPA. */
    protected ApiKey() {}

    ApiKey(UUID id, NewApiKey request, String secretHash, String hint, Instant now) {
        super(id, now);
        this.tenantId = request.tenant();
        this.userId = request.user();
        this.applicationId = request.application();
        this.name = request.name();
        this.description = request.description();
        this.status = ApiKeyStatus.ACTIVE;
        this.scopes = Scopes.join(request.scopes());
        this.secretHash = secretHash;
        this.hint = hint;
        this.expiresAt = request.expiresAt();
    }

    /** The id as it is written in credentials: 25 characters of 0-9A-Z. */
    public String keyId() {
        return Ids.shortForm(id());
    }

    public UUID tenantId() {
        return tenantId;
    }

    public @Nullable UUID userId() {
        return userId;
    }

    public @Nullable UUID applicationId() {
        return applicationId;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public ApiKeyStatus status() {
        return status;
    }

    /** The scopes that it was given; what its owner does not hold, it does not open. */
    public Set<String> scopes() {
        return Scopes.split(scopes);
    }

    /** The last characters of the secret, by which people recognise it. */
    public String hint() {
        return hint;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    String secretHash() {
        return secretHash;
    }

    void change(ApiKeyChange change, Instant now) {
        name = change.name().orElse(name);
        description = change.description().or(description);
        status = change.status().orElse(status);
        change.scopes().ifValue(given -> scopes = Scopes.join(given));
        expiresAt = change.expiresAt().or(expiresAt);
        touched(now);
    }
}
