package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.caller.Source;
import org.roster.credential.guard.Claimed;
import org.roster.credential.guard.SecretGuard;
import org.roster.directory.Standings;
import org.roster.directory.application.Application;
import org.roster.directory.application.Client;
import org.roster.directory.application.Clients;
import org.roster.directory.application.GrantType;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;

/**
 * Decides OAuth 2.0 grants (RFC 6749). Who may ask in which words is the contract's; what is given is decided here.
 */
@ApplicationScoped
public class GrantService {

    @Inject
    Clients clients;

    @Inject
    SecretGuard guard;

    @Inject
    SignInService signIn;

    @Inject
    UserService users;

    @Inject
    Standings standings;

    @Inject
    AccessTokens accessTokens;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    TokenSettings settings;

    /**
     * Authenticates a client by its secret (RFC 6749 section 2.3.1). A public client has no secret and gives none.
     *
     * @throws GrantRefusal {@link GrantError#INVALID_CLIENT} for an unknown, disabled or wrongly authenticated client
     * @throws org.roster.refusal.Refusal {@link org.roster.refusal.Reason#RATE_LIMITED} after too many of these
     */
    public Client authenticate(Source from, String clientId, @Nullable String secret) {
        var client = clients.byClientId(clientId).orElse(null);
        boolean right = client != null && !client.confidential()
                ? secret == null || secret.isEmpty()
                : clients.authenticates(client, secret == null ? "" : secret);
        boolean good = client != null && right && client.active();
        var claimed = client == null ? null : new Claimed(client.tenant(), "application", client.application());
        guard.client(from, clientId, claimed, good);
        if (client == null || !good) {
            throw new GrantRefusal(GrantError.INVALID_CLIENT, "client authentication failed", null);
        }
        return client;
    }

    /**
     * The client credentials grant (section 4.4).
     *
     * @param scopes the scopes to give, which the client may have
     * @throws GrantRefusal {@link GrantError#UNAUTHORIZED_CLIENT}
     */
    public IssuedTokens clientCredentials(Client client, Set<String> scopes, TokenProfile profile) {
        checkAllowed(client, GrantType.CLIENT_CREDENTIALS);
        if (!client.confidential()) {
            throw new GrantRefusal(
                    GrantError.UNAUTHORIZED_CLIENT, "a public client cannot use client_credentials", null);
        }
        var made = accessTokens.make(client, null, scopes, profile);
        return new IssuedTokens(made.token(), made.expiresIn(), scopes, null);
    }

    /**
     * The resource owner password credentials grant (section 4.3), for contracts whose published form has it.
     *
     * @param scopes the scopes to give, which the client may have
     * @throws GrantRefusal {@link GrantError#UNAUTHORIZED_CLIENT}, {@link GrantError#INVALID_GRANT}
     * @throws org.roster.refusal.Refusal as {@link SignInService#logIn}
     */
    public IssuedTokens password(
            Source from, Client client, String username, String password, Set<String> scopes, TokenProfile profile) {
        checkAllowed(client, GrantType.PASSWORD);
        var user = signIn.logIn(from, client.tenant(), username, password)
                .orElseThrow(() -> new GrantRefusal(
                        GrantError.INVALID_GRANT, "the user name or the password is wrong", "username"));
        var given = held(client, scopes, user);
        var made = accessTokens.make(client, user, given, profile);
        var refresh = client.grantTypes().contains(GrantType.REFRESH_TOKEN)
                ? refreshTokens.begin(client, user, scopes)
                : null;
        return new IssuedTokens(made.token(), made.expiresIn(), given, refresh);
    }

    /** The built-in client of a contract's own log-in, in a tenant. */
    public Client firstParty(UUID tenant, String contract) {
        return clients.firstParty(tenant, contract);
    }

    /** The client that an application of a tenant is. */
    public Optional<Client> clientOf(String clientId) {
        return clients.byClientId(clientId);
    }

    /**
     * Tokens for a user whom a contract's log-in has authenticated. For the log-in itself they carry all that the user
     * may do in the client's tenant; for an application, what of that the application may have.
     *
     * @param refresh whether a refresh token is given too
     */
    public IssuedTokens issue(Client client, User user, TokenProfile profile, boolean refresh) {
        var given = new LinkedHashSet<>(standings.permissions(client.tenant(), user.id()));
        if (!client.firstParty()) {
            given.retainAll(client.scopes());
        }
        var made = accessTokens.make(client, user, given, profile);
        return new IssuedTokens(
                made.token(), made.expiresIn(), given, refresh ? refreshTokens.begin(client, user, given) : null);
    }

    /**
     * A token that tells an application who has logged in to it. It is of the plain type, so that Roster itself takes it
     * for no access token (RFC 9068 section 4): whoever holds it has no rights here.
     *
     * @param claims what the application looks for beside the registered claims
     */
    public String loggedIn(Application application, User user, Map<String, Object> claims) {
        return accessTokens.statement(application.id().toString(), user.id().toString(), claims);
    }

    /** A token that is good for nothing but the second step of the user's log-in. */
    public IssuedTokens firstStep(Client client, User user, TokenProfile profile, String step) {
        var claims = new LinkedHashMap<>(profile.claims());
        claims.put(TokenProfile.STEP, step);
        var made = accessTokens.make(client, user, Set.of(), profile.with(claims));
        return new IssuedTokens(made.token(), made.expiresIn(), Set.of(), null);
    }

    /**
     * The refresh grant (section 6). The old refresh token is used up.
     *
     * @param requested a part of the scopes that the first grant had, or null for all of them
     * @throws GrantRefusal {@link GrantError#UNAUTHORIZED_CLIENT}; {@link GrantError#INVALID_GRANT} with the subject
     *     {@code unknown}, {@code client}, {@code expired} or {@code revoked}; {@link GrantError#INVALID_SCOPE}
     */
    public IssuedTokens refresh(
            Source from, Client client, String token, @Nullable Set<String> requested, TokenProfile profile) {
        checkAllowed(client, GrantType.REFRESH_TOKEN);
        var rotation = refreshTokens.rotate(from, client, token, requested);
        var outcome = rotation.outcome();
        if (outcome == RefreshTokens.Outcome.WIDER && requested != null) {
            var wider = requested.stream().filter(scope -> !rotation.scopes().contains(scope));
            throw new GrantRefusal(
                    GrantError.INVALID_SCOPE,
                    "the scope was not granted before",
                    wider.findFirst().orElse(null));
        }
        if (outcome != RefreshTokens.Outcome.ROTATED || rotation.user() == null) {
            throw new GrantRefusal(GrantError.INVALID_GRANT, "the refresh token is invalid", subject(outcome));
        }
        if (!standings.ofUser(client.tenant(), rotation.user()).active()) {
            throw new GrantRefusal(GrantError.INVALID_GRANT, "the refresh token is invalid", "revoked");
        }
        var scopes = new LinkedHashSet<>(rotation.scopes());
        if (requested != null) {
            scopes.retainAll(requested);
        }
        if (!client.firstParty()) {
            scopes.retainAll(client.scopes());
        }
        var user = users.byId(rotation.user()).orElseThrow();
        var given = held(client, scopes, user);
        var made = accessTokens.make(client, user, given, profile);
        return new IssuedTokens(made.token(), made.expiresIn(), given, rotation.next());
    }

    /**
     * A new access token for a refresh token that stays good, for contracts whose published form gives no other in its
     * place. So that a copy of it is not worth more than it has to be, it is good for a short time only.
     *
     * @param life for how long after the log-in
     * @throws GrantRefusal {@link GrantError#INVALID_GRANT}
     */
    public IssuedTokens renew(Client client, String token, Function<User, TokenProfile> profile, Duration life) {
        var kept = refreshTokens.keep(client, token, life);
        var user = kept.user() == null ? null : users.byId(kept.user()).orElse(null);
        if (user == null
                || !signIn.mayStay(user)
                || !standings.ofUser(client.tenant(), user.id()).active()) {
            throw new GrantRefusal(GrantError.INVALID_GRANT, "the refresh token is invalid", subject(kept.outcome()));
        }
        var given = held(client, kept.scopes(), user);
        var made = accessTokens.make(client, user, given, profile.apply(user));
        return new IssuedTokens(made.token(), made.expiresIn(), given, null);
    }

    /** What of the client's scopes a user's token carries: those that concern the person, and those the user holds. */
    private Set<String> held(Client client, Set<String> scopes, User user) {
        if (client.firstParty()) {
            return standings.permissions(client.tenant(), user.id());
        }
        if (settings.passwordGrantGivesClientScopes()) {
            return scopes;
        }
        var permissions = standings.permissions(client.tenant(), user.id());
        var held = new LinkedHashSet<String>();
        for (String scope : scopes) {
            if (Scopes.personal().contains(scope) || permissions.contains(scope)) {
                held.add(scope);
            }
        }
        return held;
    }

    private static void checkAllowed(Client client, GrantType type) {
        if (!client.grantTypes().contains(type)) {
            throw new GrantRefusal(
                    GrantError.UNAUTHORIZED_CLIENT, "the client may not use this grant type", "grant_type");
        }
    }

    private static String subject(RefreshTokens.Outcome outcome) {
        return switch (outcome) {
            case OTHER_CLIENT -> "client";
            case EXPIRED -> "expired";
            case REVOKED -> "revoked";
            case UNKNOWN, ROTATED, KEPT, WIDER -> "unknown";
        };
    }
}
