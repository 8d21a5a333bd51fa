package org.roster.directory.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the token service needs to know of a client, detached from the rows so that it can be remembered for a moment.
 *
 * @param secrets the keyed hashes of its secrets with their ends
 */
public record Client(
        UUID application,
        UUID tenant,
        String clientId,
        boolean active,
        boolean confidential,
        boolean selfRegistration,
        Set<GrantType> grantTypes,
        Set<String> scopes,
        @Nullable Integer accessTokenSeconds,
        List<Secret> secrets) {

    /** The hash of a secret and when it ends; null for never. */
    public record Secret(String hash, @Nullable Instant expiresAt) {

        boolean good(Instant now) {
            return expiresAt == null || expiresAt.isAfter(now);
        }

        @Override
        public String toString() {
            return "Secret";
        }
    }

    static Client of(Application application, boolean tenantActive, List<ClientSecret> secrets) {
        return new Client(
                application.id(),
                application.tenantId(),
                application.clientId(),
                tenantActive && application.active(),
                application.confidential(),
                application.selfRegistration(),
                application.grantTypes(),
                application.scopes(),
                application.accessTokenSeconds(),
                secrets.stream()
                        .map(secret -> new Secret(secret.secretHash(), secret.expiresAt()))
                        .toList());
    }
}
