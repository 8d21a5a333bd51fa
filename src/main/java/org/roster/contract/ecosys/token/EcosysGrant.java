package org.roster.contract.ecosys.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.application.Client;
import org.roster.directory.application.GrantType;
import org.roster.http.Exchange;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;
import org.roster.token.GrantService;
import org.roster.token.IssuedTokens;
import org.roster.token.TokenProfile;

/**
 * A token request in the order in which league/oauth2-server 8.4 looks at it: the grant type, the client, the scopes,
 * and last the user or the refresh token. With several things wrong, clients see the error that they are used to.
 */
@ApplicationScoped
public class EcosysGrant {

    /** Claims as the original's: {@code aud} is the client, {@code sub} the user name, {@code scopes} an array. */
    private static final TokenProfile PROFILE = new TokenProfile(true, true, true, Duration.ofHours(1));

    @Inject
    GrantService grants;

    @Inject
    ApplicationService applications;

    @Inject
    Exchange exchange;

    /** @throws GrantRefusal whenever no token is given */
    IssuedTokens decide(@Nullable String authorization, TokenParameters form) {
        var name = form.get("grant_type");
        var type = GrantType.of(name == null ? "" : name)
                .orElseThrow(() -> new GrantRefusal(GrantError.UNSUPPORTED_GRANT_TYPE, "not served", null));
        var client = client(type, authorization, form);
        return switch (type) {
            case CLIENT_CREDENTIALS -> grants.clientCredentials(client, scopes(client, form), PROFILE);
            case PASSWORD -> {
                var scopes = scopes(client, form);
                yield grants.password(
                        exchange.source(), client, form.require("username"), form.require("password"), scopes, PROFILE);
            }
            case REFRESH_TOKEN -> {
                var scope = form.get("scope");
                var requested = scope == null ? null : Scopes.split(scope);
                yield grants.refresh(exchange.source(), client, form.require("refresh_token"), requested, PROFILE);
            }
        };
    }

    /** A client that may not use the grant type is not a valid client for it, as {@code validateClient} has it. */
    private Client client(GrantType type, @Nullable String authorization, TokenParameters form) {
        var credentials = EcosysClientCredentials.of(authorization, form);
        var client = grants.authenticate(exchange.source(), credentials.id(), credentials.secret());
        var redirect = form.get("redirect_uri");
        if (!client.grantTypes().contains(type)
                || redirect != null && !redirects(client).contains(redirect)) {
            throw new GrantRefusal(GrantError.INVALID_CLIENT, "not this client's", null);
        }
        return client;
    }

    private Set<String> redirects(Client client) {
        return Set.copyOf(
                applications.require(client.tenant(), client.application()).redirectUris());
    }

    /** A scope that nobody knows is an error; one that the client may not have is left out without a word. */
    private static Set<String> scopes(Client client, TokenParameters form) {
        var scope = form.get("scope");
        var scopes = new LinkedHashSet<String>();
        for (String one : Scopes.split(scope == null ? "" : scope)) {
            if (client.scopes().contains(one)) {
                scopes.add(one);
            } else if (!Scopes.enforced(one)) {
                throw new GrantRefusal(GrantError.INVALID_SCOPE, "there is no such scope", one);
            }
        }
        return scopes;
    }
}
