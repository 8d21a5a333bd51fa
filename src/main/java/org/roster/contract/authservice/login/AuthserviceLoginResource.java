package org.roster.contract.authservice.login;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.contract.authservice.AuthserviceError;
import org.roster.contract.authservice.AuthserviceErrors;
import org.roster.contract.authservice.AuthserviceWords;
import org.roster.directory.Standings;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.User;
import org.roster.http.Exchange;
import org.roster.token.GrantService;
import org.roster.token.TokenProfile;

/** The log-in with an e-mail address and a password. */
@Path("authservice/api/auth/login")
@Tag(name = "authservice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceLoginResource {

    /** As long as in the original. */
    private static final TokenProfile PROFILE = new TokenProfile(false, false, false, Duration.ofHours(1));

    @Inject
    SignInService signIn;

    @Inject
    GrantService grants;

    @Inject
    GroupService groups;

    @Inject
    Standings standings;

    @Inject
    TenantService tenants;

    @Inject
    AuthserviceErrors errors;

    @Inject
    Exchange exchange;

    @POST
    @PermitAll
    @Operation(
            summary = "Logs a user in",
            description = "The token carries the user's roles and permissions. That an account is out of use is said"
                    + " only to who knows its password.")
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = AuthserviceToken.class)))
    @APIResponse(
            responseCode = "401",
            description = "No such user, or a wrong password, or an account out of use",
            content = @Content(schema = @Schema(implementation = AuthserviceError.class)))
    public Response logIn(@Valid AuthserviceLogin body) {
        var tenant = tenants.unauthenticated(exchange.hostTenant());
        var attempt = signIn.attempt(exchange.source(), tenant, body.email(), body.password());
        return switch (attempt.verdict()) {
            case GOOD ->
                Response.ok(token(tenant, Objects.requireNonNull(attempt.user())))
                        .build();
            case WRONG, CODE_MISSING -> errors.answer(Status.UNAUTHORIZED, AuthserviceWords.BAD_CREDENTIALS);
            case NOT_OPEN, FACTOR_MISSING -> errors.answer(Status.UNAUTHORIZED, AuthserviceWords.DISABLED);
        };
    }

    /** The claims that clients of the original read; what Roster itself goes by are the rights that the user has now. */
    private AuthserviceToken token(UUID tenant, User user) {
        var roles = groups.ofUsers(tenant, Set.of(user.id())).getOrDefault(user.id(), List.of()).stream()
                .filter(group -> group.status() == GroupStatus.ACTIVE)
                .map(Group::name)
                .distinct()
                .toList();
        var email = Objects.requireNonNullElse(user.email(), user.username());
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", email);
        claims.put("email", email);
        claims.put("userId", user.id().toString());
        claims.put("roles", roles);
        claims.put(
                "permissions",
                List.copyOf(new TreeSet<>(standings.ofUser(tenant, user.id()).permissions())));
        claims.put("groups", roles);
        var client = grants.firstParty(tenant, AuthserviceContract.NAME);
        return new AuthserviceToken(
                grants.issue(client, user, PROFILE.with(claims), false).accessToken());
    }
}
