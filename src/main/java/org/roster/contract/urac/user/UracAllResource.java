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
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenantRef;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.group.UracGroup;
import org.roster.contract.urac.input.Takes;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;

/** Users and groups of a tenant in one answer, which both editions have at one address. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracAllResource {

    @Inject
    UracTenants tenants;

    @Inject
    UserService users;

    @Inject
    GroupService groups;

    @Inject
    UserDocuments documents;

    @Inject
    Exchange exchange;

    @GET
    @Path("all")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes("scope: query.scope; optional; string enum[myTenancy,otherTenancy,otherTenancyInvited]")
    @Operation(
            summary = "Lists the users and groups of the caller's tenant",
            description = "The first 2000 of each. It takes both rights, to read users and to read groups.")
    @APIResponse(responseCode = "200", description = "Users and groups; or an error")
    public UracReply<UracAll> all() {
        var caller = exchange.requireCaller();
        if (!caller.holds(Scopes.GROUPS_READ)) {
            throw UracError.API_FORBIDDEN.refusal();
        }
        var tenant = tenants.own(caller);
        var ref = UracTenantRef.of(tenant);
        int most = UracUsersResource.MOST;
        var people = users.slice(tenant.id(), UserFilter.ALL, UserSort.CREATED, 0, most);
        return UracReply.of(new UracAll(
                documents.of(tenant.id(), people, true),
                groups.slice(tenant.id(), GroupFilter.ALL, 0, most).stream()
                        .map(group -> UracGroup.of(group, ref))
                        .toList()));
    }
}
