package org.roster.http.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.credential.guard.SecretGuard;
import org.roster.directory.Standings;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.SignInService;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.token.BearerCheck;
import org.roster.token.BearerCheck.Verdict;

/** Finds the caller behind a credential. Three ways in, one result. */
@ApplicationScoped
class Authenticator {

    /** The subjects of a failure, for contracts that take two credentials at once. */
    private static final String KEY = "key";

    private static final String TOKEN = "token";
    private static final String HEADER = "header";

    @Inject
    BearerCheck bearer;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    SignInService signIn;

    @Inject
    SecretGuard guard;

    @Inject
    TenantService tenants;

    @Inject
    Standings standings;

    /**
     * What a request presents.
     *
     * @param principal who MicroProfile JWT says it is, for a bearer token that it has verified
     * @param token an access token from elsewhere than the Authorization header, which nobody has looked at yet
     * @param source where the request comes from
     * @param hostTenant the code of the tenant that the request's host stands for, or null
     */
    private record Presented(
            Credentials credentials,
            @Nullable Principal principal,
            @Nullable String token,
            boolean secondStep,
            Source source,
            @Nullable String hostTenant) {

        @Override
        public String toString() {
            return "Presented"; // never the token
        }
    }

    /**
     * @param secondStep whether a token for the first step of a log-in is good here
     * @throws FailureException when there is no credential, or not a good one
     */
    Caller authenticate(ContainerRequestContext request, Exchange exchange, boolean secondStep) {
        var contract = exchange.contract();
        var presented = new Presented(
                Credentials.of(request),
                request.getSecurityContext().getUserPrincipal(),
                contract == null ? null : contract.accessToken(request),
                secondStep,
                exchange.source(),
                exchange.hostTenant());
        var key = contract != null && contract.demandsKey() ? Credentials.key(request) : null;
        exchange.authenticated(caller(key, presented), () -> caller(key, presented));
        return exchange.requireCaller();
    }

    private Caller caller(@Nullable Credentials key, Presented presented) {
        return key == null ? ofOne(presented) : ofKeyAndToken(key, presented);
    }

    private Caller ofOne(Presented presented) {
        var credentials = presented.credentials();
        return switch (credentials.kind()) {
            case NONE -> {
                if (presented.token() == null) {
                    throw failure(Failure.Kind.CREDENTIAL_MISSING, null, "authentication is needed");
                }
                yield ofToken(presented);
            }
            case UNREADABLE -> throw invalid(null);
            case BEARER -> ofToken(presented);
            case KEY -> ofKey(credentials, presented, null);
            case PAIR -> ofPair(credentials, presented);
        };
    }

    /** An API key that says which application asks, and perhaps an access token that says on whose behalf. */
    private Caller ofKeyAndToken(Credentials key, Presented presented) {
        if (key.kind() == Credentials.Kind.NONE) {
            throw failure(Failure.Kind.CREDENTIAL_MISSING, KEY, "an API key is needed");
        }
        if (key.kind() == Credentials.Kind.UNREADABLE) {
            throw invalid(KEY);
        }
        var application = ofKey(key, presented, KEY);
        var with = presented.credentials().kind();
        if (with == Credentials.Kind.UNREADABLE) {
            throw failure(Failure.Kind.CREDENTIAL_INVALID, HEADER, "the Authorization header cannot be read");
        }
        if (with != Credentials.Kind.BEARER && presented.token() == null) {
            return application;
        }
        var caller = ofToken(presented);
        if (!caller.tenant().equals(application.tenant())) {
            throw invalid(TOKEN);
        }
        return caller;
    }

    private Caller ofToken(Presented presented) {
        var checked = check(presented);
        if (checked.verdict() == Verdict.REVOKED) {
            throw failure(Failure.Kind.CREDENTIAL_REVOKED, TOKEN, "the access token has been revoked");
        }
        if (checked.tenant() == null || checked.application() == null) {
            throw invalid(TOKEN);
        }
        if (checked.verdict() == Verdict.FIRST_STEP && !presented.secondStep()) {
            throw failure(Failure.Kind.SECOND_STEP_MISSING, TOKEN, "the log-in needs its second step first");
        }
        var user = checked.user();
        return new Caller(
                checked.tenant(),
                user == null ? Caller.Kind.CLIENT : Caller.Kind.USER,
                user == null ? checked.application() : user,
                checked.clientId(),
                user,
                checked.clientId(),
                checked.scopes(),
                presented.source().via(),
                presented.source().requestId());
    }

    /**
     * By MicroProfile JWT where the server has let it verify the Authorization header, and by Roster itself elsewhere: for a
     * token in another place, and on a server that looks at no token (decision 024).
     */
    private BearerCheck.Checked check(Presented presented) {
        if (presented.credentials().kind() != Credentials.Kind.BEARER) {
            return bearer.check(presented.token() == null ? "" : presented.token());
        }
        return presented.principal() instanceof JsonWebToken token
                ? bearer.check(token)
                : bearer.check(presented.credentials().secret());
    }

    private Caller ofKey(Credentials credentials, Presented presented, @Nullable String subject) {
        return apiKeys.open(credentials.id(), credentials.secret())
                .map(opened -> callerOf(opened, presented))
                .orElseThrow(() -> {
                    guard.wrong(
                            presented.source(),
                            apiKeys.claimed(credentials.id()).orElse(null));
                    return invalid(subject);
                });
    }

    /** An API key's id and secret where the name has that form and opens; else a user's name and password. */
    private Caller ofPair(Credentials credentials, Presented presented) {
        return apiKeys.open(credentials.id(), credentials.secret())
                .map(opened -> callerOf(opened, presented))
                .orElseGet(() -> ofPassword(credentials, presented));
    }

    private static Caller callerOf(ApiKeyService.Opened opened, Presented presented) {
        var key = opened.apiKey();
        return new Caller(
                key.tenantId(),
                Caller.Kind.API_KEY,
                key.id(),
                key.keyId(),
                key.userId(),
                null,
                opened.scopes(),
                presented.source().via(),
                presented.source().requestId());
    }

    /** A name and a password alone do not say whose tenant they are of; the host may. */
    private Caller ofPassword(Credentials credentials, Presented presented) {
        var tenant = tenants.unauthenticated(presented.hostTenant());
        var user = signIn.identify(presented.source(), tenant, credentials.id(), credentials.secret())
                .orElseThrow(() -> invalid(null));
        return Caller.person(
                tenant,
                user.id(),
                user.username(),
                standings.ofUser(tenant, user.id()).permissions(),
                presented.source());
    }

    private static FailureException invalid(@Nullable String subject) {
        return failure(Failure.Kind.CREDENTIAL_INVALID, subject, "the credential is not good");
    }

    private static FailureException failure(Failure.Kind kind, @Nullable String subject, String detail) {
        return new FailureException(subject == null ? Failure.of(kind, detail) : Failure.of(kind, subject, detail));
    }
}
