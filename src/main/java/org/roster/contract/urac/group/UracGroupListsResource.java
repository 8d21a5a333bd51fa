package org.roster.contract.urac.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracIds;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenantRef;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.Field;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupChange;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.tenant.Tenant;
import org.roster.http.Exchange;

/** Several groups at once, as release 4.1.24 serves them. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracGroupListsResource {

    private static final String GROUPS =
            "groups: body.groups; required; object {ids: array of string, codes: array of string}";

    @Inject
    UracTenants tenants;

    @Inject
    NewGroups newGroups;

    @Inject
    Codes codes;

    @Inject
    GroupService groups;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("groups")
    @RolesAllowed(Scopes.GROUPS_READ)
    @Operation(summary = "Lists the groups of the caller's tenant")
    @APIResponse(responseCode = "200", description = "The groups, in the order of their making; or an error")
    public UracReply<List<UracGroup>> list() {
        return UracReply.of(list(tenants.own(exchange.requireCaller())));
    }

    @GET
    @Path("groups/tenant")
    @RolesAllowed(Scopes.GROUPS_READ)
    @Takes("tenantId: query.tenantId; required; string")
    @Operation(summary = "Lists the groups of a tenant")
    @APIResponse(responseCode = "200", description = "The groups, in the order of their making; or an error")
    public UracReply<List<UracGroup>> listOfTenant() {
        return UracReply.of(
                list(tenants.named(exchange.requireCaller(), input.taken().text("tenantId"))));
    }

    @POST
    @Path("groups")
    @RolesAllowed(Scopes.GROUPS_CREATE)
    @Takes({
        "tenant: body.tenant; optional; object {id: string, code: string} req[id,code] closed",
        "groups: body.groups; required; array minItems=1 of " + NewGroups.EACH
    })
    @Operation(summary = "Adds several groups", description = "All or none.")
    @APIResponse(responseCode = "200", description = "The groups; or an error")
    public UracReply<List<UracGroup>> add() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var tenant = in.has("tenant") ? newGroups.tenant(caller, in) : caller.tenant();
        return UracReply.of(newGroups.addAll(caller, tenant, in.parts("groups")));
    }

    @PUT
    @Path("groups/environments")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Takes({"environments: body.environments; required; array minItems=1 of string ^([A-Za-z]+)$", GROUPS})
    @Operation(summary = "Allows several groups environments", description = "By `ids` or by `codes`; all or none.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> allowEnvironments() {
        return allow();
    }

    @PUT
    @Path("groups/packages")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Takes({
        "packages: body.packages; required; array minItems=1 of object"
                + " {product: string, packages: array minItems=1 of string} closed",
        GROUPS
    })
    @Operation(summary = "Allows several groups packages", description = "By `ids` or by `codes`; all or none.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> allowPackages() {
        return allow();
    }

    @DELETE
    @Path("groups/tenant")
    @RolesAllowed(Scopes.GROUPS_DELETE)
    @Takes({"tenant: query.tenant; required; object {id: string} req[id]", "ids: body.ids; required; array of string"})
    @Operation(summary = "Deletes several groups of a tenant", description = "All or none.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> remove() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var tenant =
                tenants.named(caller, Objects.requireNonNull(in.part("tenant")).text("id"));
        groups.removeAll(caller, tenant.id(), byIds(tenant, in.texts("ids")));
        return UracReply.done();
    }

    private UracReply<Boolean> allow() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var wanted = wanted(caller, in);
        groups.changeAll(caller, caller.tenant(), wanted, group -> new GroupChange()
                .extras(Field.of(NewGroups.allowing(group.extras(), in))));
        return UracReply.done();
    }

    private List<Group> wanted(Caller caller, Taken in) {
        var named = Objects.requireNonNull(in.part("groups"));
        if (named.has("codes")) {
            return codes.groups(caller.tenant(), named.texts("codes"));
        }
        if (!named.has("ids")) {
            throw UracError.NEW_DATA_MISSING.refusal();
        }
        return byIds(tenants.own(caller), named.texts("ids"));
    }

    private List<Group> byIds(Tenant tenant, Collection<String> ids) {
        return ids.stream()
                .map(id -> groups.byObjectId(tenant.id(), UracIds.alias(id))
                        .orElseThrow(UracError.NEW_GROUP_UNKNOWN::refusal))
                .toList();
    }

    private List<UracGroup> list(Tenant tenant) {
        var ref = UracTenantRef.of(tenant);
        return groups.slice(tenant.id(), GroupFilter.ALL, 0, UracGroupsResource.MOST).stream()
                .map(group -> UracGroup.of(group, ref))
                .toList();
    }
}
