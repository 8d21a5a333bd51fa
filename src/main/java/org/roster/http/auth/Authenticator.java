package org.roster.http.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.Standings;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.SignInService;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.token.BearerCheck;
import org.roster.token.BearerCheck.Verdict;

/** Finds the caller behind a credential. Three ways in, one result. */
@ApplicationScoped
class Authenticator {

    @Inject
    BearerCheck bearer;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    SignInService signIn;

    @Inject
    TenantService tenants;

    @Inject
    Standings standings;

    /**
     * @param principal who MicroProfile JWT says it is, for a bearer token that it has verified
     * @param via the contract's name
     * @throws FailureException when there is no credential, or not a good one
     */
    Caller authenticate(Credentials credentials, @Nullable Principal principal, String via, String requestId) {
        return switch (credentials.kind()) {
            case NONE -> throw failure(Failure.Kind.CREDENTIAL_MISSING, "authentication is needed");
            case UNREADABLE -> throw invalid();
            case BEARER -> ofToken(principal, via, requestId);
            case KEY -> ofKey(credentials, via, requestId);
            case PAIR -> ofPair(credentials, via, requestId);
        };
    }

    private Caller ofToken(@Nullable Principal principal, String via, String requestId) {
        if (!(principal instanceof JsonWebToken token)) {
            throw invalid();
        }
        var checked = bearer.check(token);
        if (checked.verdict() == Verdict.REVOKED) {
            throw failure(Failure.Kind.CREDENTIAL_REVOKED, "the access token has been revoked");
        }
        if (checked.tenant() == null || checked.application() == null) {
            throw invalid();
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
                via,
                requestId);
    }

    private Caller ofKey(Credentials credentials, String via, String requestId) {
        return apiKeys.open(credentials.id(), credentials.secret())
                .map(opened -> callerOf(opened, via, requestId))
                .orElseThrow(Authenticator::invalid);
    }

    /** An API key's id and secret where the name has that form and opens; else a user's name and password. */
    private Caller ofPair(Credentials credentials, String via, String requestId) {
        return apiKeys.open(credentials.id(), credentials.secret())
                .map(opened -> callerOf(opened, via, requestId))
                .orElseGet(() -> ofPassword(credentials, via, requestId));
    }

    private static Caller callerOf(ApiKeyService.Opened opened, String via, String requestId) {
        var key = opened.apiKey();
        return new Caller(
                key.tenantId(),
                Caller.Kind.API_KEY,
                key.id(),
                key.keyId(),
                key.userId(),
                null,
                opened.scopes(),
                via,
                requestId);
    }

    private Caller ofPassword(Credentials credentials, String via, String requestId) {
        var tenant = defaultTenant();
        var user =
                signIn.identify(tenant, credentials.id(), credentials.secret()).orElseThrow(Authenticator::invalid);
        Set<String> scopes = standings.ofUser(user.id()).permissions();
        return new Caller(
                tenant, Caller.Kind.USER, user.id(), user.username(), user.id(), null, scopes, via, requestId);
    }

    /** A name and a password alone do not say whose tenant they are of. */
    private UUID defaultTenant() {
        return tenants.byCode(Tenant.DEFAULT_CODE).orElseThrow().id();
    }

    private static FailureException invalid() {
        return failure(Failure.Kind.CREDENTIAL_INVALID, "the credential is not good");
    }

    private static FailureException failure(Failure.Kind kind, String detail) {
        return new FailureException(Failure.of(kind, detail));
    }
}
