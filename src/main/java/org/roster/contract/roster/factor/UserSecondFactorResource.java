package org.roster.contract.roster.factor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.account.EnrolmentService;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** What an administrator may know of a user's second factor. A lost one is reset by {@code resetSecondFactor}. */
@Path("v1/users/{id}/second-factor")
@Tag(name = "users")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UserSecondFactorResource {

    @Inject
    EnrolmentService enrolments;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(
            summary = "Says whether a user has a second factor",
            description = "It is taken away by setting the user's `resetSecondFactor`.")
    @APIResponse(
            responseCode = "200",
            description = "What is known of it",
            content = @Content(schema = @Schema(implementation = SecondFactorBody.class)))
    public SecondFactorBody get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return SecondFactorBody.of(enrolments.of(
                tenants.resolve(exchange.requireCaller(), tenant), Query.pathId(id, Reason.USER_UNKNOWN)));
    }
}
