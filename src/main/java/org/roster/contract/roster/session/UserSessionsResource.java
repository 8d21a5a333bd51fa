package org.roster.contract.roster.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.token.Sessions;

/** Where a user is logged in. */
@Path("v1/users/{id}/sessions")
@Tag(name = "users")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UserSessionsResource {

    @Inject
    Sessions sessions;

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Says where a user is logged in")
    @APIResponse(
            responseCode = "200",
            description = "The sessions",
            content = @Content(schema = @Schema(implementation = SessionList.class)))
    public SessionList list(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return SessionList.of(
                sessions.of(users.require(tenant(tenant), userId(id)).id()));
    }

    @DELETE
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Logs a user out everywhere",
            description = "All access and refresh tokens of before are over: here at once, on other nodes within two"
                    + " seconds. A user with rights beyond the caller's stays logged in.")
    @APIResponse(responseCode = "204", description = "The user is logged in nowhere")
    public void end(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        var user = users.requireOutranked(caller, tenant(tenant), userId(id));
        sessions.end(caller, user.tenantId(), user.id());
    }

    private UUID tenant(@Nullable String tenant) {
        return tenants.resolve(exchange.requireCaller(), tenant);
    }

    private static UUID userId(String id) {
        return Query.pathId(id, Reason.USER_UNKNOWN);
    }
}
