package org.roster.contract.urac.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracIds;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** The users of the caller's tenant as release 4.1.24 lists them for administrators. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracUserListsResource {

    @Inject
    UserService users;

    @Inject
    UserLists lists;

    @Inject
    UserDocuments documents;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("users")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes({UserLists.START, UserLists.LIMIT, UserLists.KEYWORDS, UserLists.CONFIG, UserLists.SCOPE, UserLists.ACTIVE})
    @Operation(
            summary = "Lists users",
            description = "With the scope `otherTenancy` or `otherTenancyInvited`, those of other tenants who are"
                    + " guests of the caller's.")
    @APIResponse(responseCode = "200", description = "The users by first name; or an error")
    public UracReply<List<UracUser>> list() {
        return UracReply.of(lists.list(exchange.requireCaller().tenant(), input.taken()));
    }

    @POST
    @Path("users/ids")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes({
        UserLists.START,
        UserLists.LIMIT,
        "ids: body.ids; required; array minItems=1 of string",
        "config: body.config; optional; boolean"
    })
    @Operation(
            summary = "Reads several users by their ids",
            description = "Ids that nobody has are passed over, as are those of other tenants.")
    @APIResponse(responseCode = "200", description = "The users; or an error")
    public UracReply<List<UracUser>> byIds() {
        var tenant = exchange.requireCaller().tenant();
        var in = input.taken();
        var aliases = in.texts("ids").stream().map(UracIds::alias).toList();
        var found = users.byObjectIds(tenant, aliases).stream()
                .skip(in.number("start", 0, Integer.MAX_VALUE))
                .limit(UserLists.limit(in))
                .toList();
        return UracReply.of(documents.of(tenant, found, in.flag("config")));
    }
}
