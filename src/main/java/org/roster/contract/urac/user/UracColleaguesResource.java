package org.roster.contract.urac.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;

/** Lists of users that release 4.1.24 has at addresses of their own. */
@Path("urac")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracColleaguesResource {

    @Inject
    UracTenants tenants;

    @Inject
    UserService users;

    @Inject
    UserLists lists;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("users")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes({
        "skip: query.skip or body.skip; optional default 0; integer",
        UserLists.LIMIT,
        UserLists.KEYWORDS,
        UserLists.ACTIVE
    })
    @Operation(summary = "Lists users with the little that colleagues see of each other")
    @APIResponse(responseCode = "200", description = "The users by first name; or an error")
    public UracReply<UracBasicUsers> basic() {
        var tenant = exchange.requireCaller().tenant();
        var in = input.taken();
        int skip = in.number("skip", 0, Integer.MAX_VALUE);
        int limit = UserLists.limit(in);
        var filter = UserLists.filter(in);
        var items = users.slice(tenant, filter, UserSort.GIVEN_NAME, skip, limit).stream()
                .map(UracBasicUsers.Item::of)
                .toList();
        return UracReply.of(new UracBasicUsers(users.count(tenant, filter), limit, skip, items));
    }

    @GET
    @Path("api-v2/admin/users")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes({
        UserLists.START,
        UserLists.LIMIT,
        UserLists.KEYWORDS,
        UserLists.CONFIG,
        UserLists.SCOPE,
        UserLists.ACTIVE,
        "tenant: query.tenant; optional; object req[id,code] {id: string, code: string}"
    })
    @Operation(summary = "Lists users and says how many there are")
    @APIResponse(responseCode = "200", description = "The users by first name, and their number; or an error")
    public UracReply<UracUserPage> page() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var named = in.part("tenant");
        var tenant = named == null
                ? caller.tenant()
                : tenants.named(caller, named.text("id"), named.text("code")).id();
        return UracReply.of(new UracUserPage(lists.count(tenant, in), lists.list(tenant, in)));
    }
}
