package org.roster.contract.urac.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;

/** The users of a tenant as release 2.4.12 lists, reads, opens and closes them. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracUsersResource {

    /** The most users of one answer, which the original only writes down. */
    static final int MOST = 2000;

    @Inject
    UracTenants tenants;

    @Inject
    People people;

    @Inject
    UserService users;

    @Inject
    UserDocuments documents;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("listUsers")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes({
        "tId: query.tId; optional; string",
        "config: query.config; optional; boolean",
        "start: query.start; optional default 0; integer",
        "limit: query.limit; optional default 1000; integer",
        "keywords: query.keywords or body.keywords; optional; string maxLength=2048"
    })
    @Operation(
            summary = "Lists users",
            description = "Those whose user name, e-mail address, first or last name contains the keywords, taken"
                    + " literally and in any letter case.")
    @APIResponse(responseCode = "200", description = "The users, in the order of their making; or an error")
    public UracReply<List<UracUser>> list() {
        var in = input.taken();
        var tenant =
                tenants.named(exchange.requireCaller(), in.textOrNull("tId")).id();
        var found = users.slice(
                tenant,
                UserLists.filter(in),
                UserSort.CREATED,
                in.number("start", 0, Integer.MAX_VALUE),
                UserLists.limit(in));
        return UracReply.of(documents.of(tenant, found, in.flag("config")));
    }

    @GET
    @Path("users/count")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes({
        "tId: query.tId; optional; string",
        "keywords: query.keywords or body.keywords; optional; string maxLength=2048",
        "scope: query.scope; optional; string enum[myTenancy,otherTenancy,otherTenancyInvited]"
    })
    @Operation(summary = "Counts users", description = "With keywords, those that a list with them would show.")
    @APIResponse(responseCode = "200", description = "How many; or an error")
    public UracReply<UracCount> count() {
        var in = input.taken();
        var tenant =
                tenants.named(exchange.requireCaller(), in.textOrNull("tId")).id();
        return UracReply.of(new UracCount(users.count(tenant, UserLists.filter(in))));
    }

    @GET
    @Path("getUser")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes("uId: query.uId; required; string")
    @Operation(summary = "Reads a user by its id")
    @APIResponse(responseCode = "200", description = "The user; or an error")
    public UracReply<UracUser> get() {
        return UracReply.of(
                documents.of(people.byId(exchange.requireCaller(), input.taken().text("uId"))));
    }

    @GET
    @Path("changeUserStatus")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({"uId: query.uId; required; string", "status: query.status; required; string enum[active,inactive]"})
    @Operation(
            summary = "Opens or closes an account",
            description = "By GET, as published; whoever lets a browser's session reach it should know. A locked"
                    + " account is not found.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> changeStatus() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.byId(caller, in.text("uId"));
        if (user.accountLocked()) {
            throw UracError.USER_UNKNOWN.refusal();
        }
        var change = new UserChange().status(UracStatus.change(user.status(), in.text("status")));
        users.change(caller, user.tenantId(), user.id(), change, null);
        return UracReply.done();
    }
}
