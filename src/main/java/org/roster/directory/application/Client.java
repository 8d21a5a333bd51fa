package org.roster.directory.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the token service needs to know of a client, detached from the rows so that it can be remembered for a moment.
 *
 * @param firstParty whether it is the log-in of one of the contracts rather than an application
 * @param secrets the keyed hashes of its secrets with their ends
 */
public record Client(
        UUID application,
        UUID tenant,
        String clientId,
        boolean active,
        boolean confidential,
        boolean firstParty,
        boolean selfRegistration,
        Set<GrantType> grantTypes,
        Set<String> scopes,
        @Nullable Integer accessTokenSeconds,
        List<Secret> secrets) {

    static final String FIRST_PARTY = "login:";

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

    /**
     * The log-in of one of the contracts, which is no application of anybody: its tokens carry whatever the user holds.
     * The colon keeps its identifier apart from those that can be registered.
     */
    static Client firstParty(UUID tenant, boolean tenantActive, String contract) {
        var clientId = FIRST_PARTY + contract;
        var application = UUID.nameUUIDFromBytes((clientId + ' ' + tenant).getBytes(StandardCharsets.UTF_8));
        return new Client(
                application,
                tenant,
                clientId,
                tenantActive,
                false,
                true,
                false,
                Set.of(GrantType.PASSWORD, GrantType.REFRESH_TOKEN),
                Set.of(),
                null,
                List.of());
    }

    static Client of(Application application, boolean tenantActive, List<ClientSecret> secrets) {
        return new Client(
                application.id(),
                application.tenantId(),
                application.clientId(),
                tenantActive && application.active(),
                application.confidential(),
                false,
                application.selfRegistration(),
                application.grantTypes(),
                application.scopes(),
                application.accessTokenSeconds(),
                secrets.stream()
                        .map(secret -> new Secret(secret.secretHash(), secret.expiresAt()))
                        .toList());
    }
}
