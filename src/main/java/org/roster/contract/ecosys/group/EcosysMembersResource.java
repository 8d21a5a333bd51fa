package org.roster.contract.ecosys.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.user.MembershipService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Who is in a group. */
@Path("etc-backend/api/groups/{name}/members/{username}")
@Tag(name = "ecosys")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysMembersResource {

    @Inject
    GroupService groups;

    @Inject
    UserService users;

    @Inject
    MembershipService memberships;

    @Inject
    Exchange exchange;

    @PUT
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(
            summary = "Puts a user into a group",
            description = "A group with permissions beyond the caller's cannot be given.")
    @APIResponse(responseCode = "204", description = "The user is in the group")
    public void join(@PathParam("name") String name, @PathParam("username") String username) {
        var caller = exchange.requireCaller();
        memberships.join(caller, caller.tenant(), group(caller, name), user(caller, username));
    }

    @DELETE
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(summary = "Takes a user out of a group")
    @APIResponse(responseCode = "204", description = "The user is not in the group")
    public void leave(@PathParam("name") String name, @PathParam("username") String username) {
        var caller = exchange.requireCaller();
        memberships.leave(caller, caller.tenant(), group(caller, name), user(caller, username));
    }

    private UUID group(Caller caller, String name) {
        return groups.byCode(caller.tenant(), name)
                .map(Group::id)
                .orElseThrow(() -> new Refusal(Reason.GROUP_UNKNOWN, "name", "there is no such group"));
    }

    private UUID user(Caller caller, String username) {
        return users.byUsername(caller.tenant(), username)
                .map(User::id)
                .orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "username", "there is no such user"));
    }
}
