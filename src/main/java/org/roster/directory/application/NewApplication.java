package org.roster.directory.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new application.
 *
 * @param clientId its OAuth client identifier; null for a random one
 * @param secret its first secret; null for a random one. Only Roster's own first start names one
 * @param confidential whether it can keep a secret (RFC 6749 section 2.1)
 * @param accessTokenSeconds the life of its access tokens, or null for the server's default
 * @param selfRegistration whether people may register themselves through it
 * @param id the id that it has elsewhere and is to keep, or null
 * @param extras members that one contract keeps with an application and no other shows
 * @param status whether it is served from the beginning
 */
public record NewApplication(
        UUID tenant,
        String name,
        @Nullable String description,
        @Nullable String clientId,
        @Nullable String secret,
        boolean confidential,
        Set<GrantType> grantTypes,
        Set<String> scopes,
        List<String> redirectUris,
        @Nullable Integer accessTokenSeconds,
        boolean selfRegistration,
        Map<String, Object> customData,
        @Nullable UUID id,
        Map<String, Object> extras,
        ApplicationStatus status) {

    public NewApplication(
            UUID tenant,
            String name,
            @Nullable String description,
            @Nullable String clientId,
            @Nullable String secret,
            boolean confidential,
            Set<GrantType> grantTypes,
            Set<String> scopes,
            List<String> redirectUris,
            @Nullable Integer accessTokenSeconds,
            boolean selfRegistration,
            Map<String, Object> customData) {
        this(
                tenant,
                name,
                description,
                clientId,
                secret,
                confidential,
                grantTypes,
                scopes,
                redirectUris,
                accessTokenSeconds,
                selfRegistration,
                customData,
                null,
                Map.of(),
                ApplicationStatus.ACTIVE);
    }

    /** An application that is no client of the token service: it has no secret and gets no tokens by itself. */
    public static NewApplication plain(
            UUID tenant, String name, @Nullable String description, Map<String, Object> customData) {
        return new NewApplication(
                tenant, name, description, null, null, false, Set.of(), Set.of(), List.of(), null, false, customData);
    }

    /** The same wish for an application that keeps the id it has elsewhere. */
    public NewApplication withId(@Nullable UUID ownId) {
        return with(ownId, extras, status);
    }

    /** The same wish with members that one contract keeps with an application and no other shows. */
    public NewApplication withExtras(Map<String, Object> more) {
        return with(id, more, status);
    }

    /** The same wish for an application that is served from the beginning, or not. */
    public NewApplication withStatus(ApplicationStatus first) {
        return with(id, extras, first);
    }

    private NewApplication with(@Nullable UUID newId, Map<String, Object> newExtras, ApplicationStatus newStatus) {
        return new NewApplication(
                tenant,
                name,
                description,
                clientId,
                secret,
                confidential,
                grantTypes,
                scopes,
                redirectUris,
                accessTokenSeconds,
                selfRegistration,
                customData,
                newId,
                newExtras,
                newStatus);
    }

    @Override
    public String toString() {
        return "NewApplication[" + name + "]"; // a record prints all of its members, and one is a secret
    }
}
