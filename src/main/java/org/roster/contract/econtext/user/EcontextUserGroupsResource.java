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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextDeleted;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextReply;
import org.roster.directory.user.MembershipService;
import org.roster.http.Exchange;

/** Which groups a user is in. */
@Path("econtext/api/users/user/{userid}/group/{groupid}")
@Tag(name = "econtext")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextUserGroupsResource {

    @Inject
    MembershipService memberships;

    @Inject
    EcontextReferences references;

    @Inject
    Exchange exchange;

    /** That the user is in the group. */
    public record EcontextJoined(boolean group) {}

    @POST
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Puts a user into a group",
            description = "The user must be a member of the group's application. A group with permissions beyond the"
                    + " caller's own cannot be given.")
    @APIResponse(responseCode = "200", description = "The user is in the group")
    public EcontextReply<EcontextJoined> join(
            @PathParam("userid") String userId, @PathParam("groupid") String groupId) {
        var caller = exchange.requireCaller();
        var user = references.user(caller.tenant(), userId);
        var group = references.group(caller.tenant(), groupId);
        EcontextReferences.demandMember(List.of(group), references.applicationsOf(user), "groupid");
        memberships.join(caller, caller.tenant(), group.id(), user.id());
        return EcontextReply.of(new EcontextJoined(true), exchange);
    }

    @DELETE
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(summary = "Takes a user out of a group")
    @APIResponse(responseCode = "200", description = "The user is not in the group")
    public EcontextReply<EcontextDeleted> leave(
            @PathParam("userid") String userId, @PathParam("groupid") String groupId) {
        var caller = exchange.requireCaller();
        var user = references.user(caller.tenant(), userId);
        var group = references.group(caller.tenant(), groupId);
        memberships.leave(caller, caller.tenant(), group.id(), user.id());
        return EcontextReply.of(EcontextDeleted.DELETED, exchange);
    }
}
