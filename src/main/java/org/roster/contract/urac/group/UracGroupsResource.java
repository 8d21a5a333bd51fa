package org.roster.contract.urac.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.roster.directory.group.NewGroup;
import org.roster.http.Exchange;

/** The groups of a tenant, as release 2.4.12 serves them. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracGroupsResource {

    /** More groups are not shown in one answer. */
    static final int MOST = 2000;

    private static final String CONFIG =
            "config: body.config; required; object {allowedPackages: any, allowedEnvironments: any}";

    @Inject
    UracTenants tenants;

    @Inject
    GroupService groups;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("group/list")
    @RolesAllowed(Scopes.GROUPS_READ)
    @Takes("tId: query.tId; optional; string")
    @Operation(summary = "Lists groups")
    @APIResponse(responseCode = "200", description = "The groups, in the order of their making; or an error")
    public UracReply<List<UracGroup>> list() {
        var tenant = tenants.named(exchange.requireCaller(), input.taken().textOrNull("tId"));
        var ref = UracTenantRef.of(tenant);
        return UracReply.of(groups.slice(tenant.id(), GroupFilter.ALL, 0, MOST).stream()
                .map(group -> UracGroup.of(group, ref))
                .toList());
    }

    @POST
    @Path("group/add")
    @RolesAllowed(Scopes.GROUPS_CREATE)
    @Takes({
        "code: body.code; required; string fmt=alphanumeric maxLength=20",
        "name: body.name; required; string",
        "description: body.description; required; string",
        CONFIG,
        "tId: query.tId or body.tId; required; string",
        "tCode: query.tCode or body.tCode; required; string"
    })
    @Operation(summary = "Adds a group", description = "It gives its members no rights in Roster.")
    @APIResponse(responseCode = "200", description = "The group; or an error")
    public UracReply<UracGroup> add() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var tenant = tenants.named(caller, in.text("tId"), in.text("tCode"));
        var wish = new NewGroup(
                        tenant.id(), in.text("name"), in.text("code"), in.text("description"), Set.of(), null, Map.of())
                .withExtras(UracGroup.kept(Map.of(), config(in)));
        return UracReply.of(UracGroup.of(groups.add(caller, wish), UracTenantRef.of(tenant)));
    }

    @POST
    @Path("group/edit")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Takes({
        "gId: query.gId; required; string",
        "name: body.name; required; string",
        "description: body.description; required; string",
        CONFIG
    })
    @Operation(summary = "Edits a group")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> edit() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var group = require(caller, in.text("gId"));
        var change = new GroupChange()
                .name(Field.of(in.text("name")))
                .description(Field.of(in.text("description")))
                .extras(Field.of(UracGroup.kept(group.extras(), config(in))));
        groups.change(caller, group.tenantId(), group.id(), change, null);
        return UracReply.done();
    }

    @DELETE
    @Path("group/delete")
    @RolesAllowed(Scopes.GROUPS_DELETE)
    @Takes({
        "gId: query.gId; required; string",
        "soajs_project: query.soajs_project or body.soajs_project; optional; string"
    })
    @Operation(summary = "Deletes a group", description = "Its members are in it no more.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> remove() {
        var caller = exchange.requireCaller();
        var group = require(caller, input.taken().text("gId"));
        groups.remove(caller, group.tenantId(), group.id(), null);
        return UracReply.done();
    }

    /** @throws org.roster.http.FailureException {@link UracError#GROUP_ID_INVALID}, {@link UracError#GROUP_UNKNOWN} */
    private Group require(Caller caller, String id) {
        if (!UracIds.wellFormed(id)) {
            throw UracError.GROUP_ID_INVALID.refusal();
        }
        return groups.byObjectId(caller, UracIds.alias(id)).orElseThrow(UracError.GROUP_UNKNOWN::refusal);
    }

    private static Map<String, Object> config(Taken in) {
        return Objects.requireNonNull(in.map("config"));
    }
}
