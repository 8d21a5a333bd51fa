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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracIds;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenantRef;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.Field;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupChange;
import org.roster.directory.group.GroupService;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;

/**
 * One group at the address that both editions read it from: 2.4.12 by id, 4.1.24 also by code. What is written there is
 * 4.1.24's.
 */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracGroupResource {

    @Inject
    NewGroups newGroups;

    @Inject
    GroupService groups;

    @Inject
    TenantService tenants;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("group")
    @RolesAllowed(Scopes.GROUPS_READ)
    @Takes({"id: query.id; optional; string", "code: query.code; optional; string"})
    @Operation(
            summary = "Reads a group by its id or its code",
            description = "Without either, `id` is missing. A code is looked for in the caller's tenant.")
    @APIResponse(responseCode = "200", description = "The group; or an error")
    public UracReply<UracGroup> get() {
        var caller = exchange.requireCaller();
        var group = found(caller);
        var tenant = tenants.byId(group.tenantId()).orElseThrow();
        return UracReply.of(UracGroup.of(group, UracTenantRef.of(tenant)));
    }

    @POST
    @Path("group")
    @RolesAllowed(Scopes.GROUPS_CREATE)
    @Takes({
        NewGroups.CODE,
        NewGroups.NAME,
        NewGroups.DESCRIPTION,
        NewGroups.PACKAGES_REQUIRED,
        NewGroups.ENVIRONMENTS,
        NewGroups.LOCKED
    })
    @Operation(
            summary = "Adds a group to the caller's tenant",
            description = "It gives its members no rights in Roster.")
    @APIResponse(responseCode = "200", description = "The group; or an error")
    public UracReply<UracGroup> add() {
        return UracReply.of(
                newGroups.add(exchange.requireCaller(), exchange.requireCaller().tenant(), input.taken()));
    }

    @POST
    @Path("group/tenant")
    @RolesAllowed(Scopes.GROUPS_CREATE)
    @Takes({
        NewGroups.CODE,
        NewGroups.NAME,
        NewGroups.DESCRIPTION,
        NewGroups.PACKAGES_REQUIRED,
        NewGroups.ENVIRONMENTS,
        NewGroups.LOCKED,
        NewGroups.TENANT
    })
    @Operation(summary = "Adds a group to a tenant", description = "It gives its members no rights in Roster.")
    @APIResponse(responseCode = "200", description = "The group; or an error")
    public UracReply<UracGroup> addToTenant() {
        var caller = exchange.requireCaller();
        return UracReply.of(newGroups.add(caller, newGroups.tenant(caller, input.taken()), input.taken()));
    }

    @PUT
    @Path("group")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Takes({
        "id: body.id; required; string",
        NewGroups.NAME,
        "description: body.description; optional; string",
        NewGroups.PACKAGES,
        NewGroups.ENVIRONMENTS
    })
    @Operation(
            summary = "Edits a group",
            description = "Packages of a product take the place of those that it had; environments are added.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> edit() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var group = require(caller, in.text("id"));
        var change = new GroupChange()
                .name(Field.of(in.text("name")))
                .extras(Field.of(NewGroups.allowing(group.extras(), in)));
        if (in.has("description")) {
            change.description(Field.of(in.text("description")));
        }
        groups.change(caller, group.tenantId(), group.id(), change, null);
        return UracReply.done();
    }

    @DELETE
    @Path("group")
    @RolesAllowed(Scopes.GROUPS_DELETE)
    @Takes("id: query.id; required; string")
    @Operation(summary = "Deletes a group", description = "Its members are in it no more.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> remove() {
        var caller = exchange.requireCaller();
        var group = require(caller, input.taken().text("id"));
        groups.remove(caller, group.tenantId(), group.id(), null);
        return UracReply.done();
    }

    private Group found(Caller caller) {
        var id = input.taken().textOrNull("id");
        var code = input.taken().textOrNull("code");
        if (id == null) {
            if (code == null) {
                throw UracError.FIELD_MISSING.refusal("Missing required field: id");
            }
            return groups.byCode(caller.tenant(), code).orElseThrow(UracError.NEW_GROUP_UNKNOWN::refusal);
        }
        if (!UracIds.wellFormed(id)) {
            throw UracError.GROUP_ID_INVALID.refusal();
        }
        return groups.byObjectId(caller, UracIds.alias(id)).orElseThrow(UracError.GROUP_UNKNOWN::refusal);
    }

    private Group require(Caller caller, String id) {
        return groups.byObjectId(caller, UracIds.alias(id)).orElseThrow(UracError.NEW_GROUP_UNKNOWN::refusal);
    }
}
