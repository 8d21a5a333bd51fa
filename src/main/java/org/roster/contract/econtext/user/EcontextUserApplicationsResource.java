package org.roster.contract.econtext.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextDeleted;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextReply;
import org.roster.directory.user.MembershipService;
import org.roster.http.Exchange;

/** Which applications a user is a member of. */
@Path("econtext/api/users/user/{userid}/application/{appid}")
@Tag(name = "econtext")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextUserApplicationsResource {

    @Inject
    MembershipService memberships;

    @Inject
    EcontextReferences references;

    @Inject
    Exchange exchange;

    /** That the user is a member of the application. */
    public record EcontextAssigned(boolean application) {}

    @POST
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(summary = "Makes a user a member of an application", description = "Again changes nothing.")
    @APIResponse(responseCode = "200", description = "The user is a member")
    public EcontextReply<EcontextAssigned> assign(
            @PathParam("userid") String userId, @PathParam("appid") String applicationId) {
        var caller = exchange.requireCaller();
        var user = references.user(caller.tenant(), userId);
        var application = references.application(caller.tenant(), applicationId);
        memberships.assign(caller, caller.tenant(), application.id(), user.id());
        return EcontextReply.of(new EcontextAssigned(true), exchange);
    }

    @DELETE
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Ends a user's membership of an application",
            description = "The last one cannot be ended. The user's groups stay, as in version 1 of the original.")
    @APIResponse(responseCode = "200", description = "The user is not a member")
    public EcontextReply<EcontextDeleted> unassign(
            @PathParam("userid") String userId, @PathParam("appid") String applicationId) {
        var caller = exchange.requireCaller();
        var user = references.user(caller.tenant(), userId);
        var application = references.application(caller.tenant(), applicationId);
        if (!memberships.unassignButLast(caller, caller.tenant(), application.id(), user.id())) {
            throw EcontextRefusal.conflict("A User must be associated with at least one Application");
        }
        return EcontextReply.of(EcontextDeleted.DELETED, exchange);
    }
}
