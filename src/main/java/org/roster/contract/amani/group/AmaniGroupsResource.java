package org.roster.contract.amani.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniRights;
import org.roster.contract.amani.AmaniStream;
import org.roster.contract.amani.AmaniText;
import org.roster.directory.Field;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupChange;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.NewGroup;
import org.roster.directory.query.Page;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The permission groups of the caller's company. */
@Path("amani/api/v2/group")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniGroupsResource {

    private static final String NAME = "name";
    private static final AmaniText NAME_RULE = AmaniText.upTo(128);

    @Inject
    GroupService groups;

    @Inject
    AmaniGroupKeys keys;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(AmaniRights.VIEW_GROUP)
    @Operation(summary = "Lists the permission groups", description = "All of them, without pages.")
    @APIResponse(
            responseCode = "200",
            description = "The groups, in the order of their ids",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AmaniGroup.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AmaniStream.all(
                cursor -> groups.find(caller, caller.tenant(), GroupFilter.ALL, cursor, Page.MAX),
                page -> page.stream().map(AmaniGroup::of).toList());
    }

    @POST
    @RolesAllowed(AmaniRights.ADD_GROUP)
    @Operation(
            summary = "Adds a permission group",
            description = "Nobody gives a group a permission that they do not hold themselves.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewGroup.class)))
    @APIResponse(
            responseCode = "201",
            description = "The group",
            content = @Content(schema = @Schema(implementation = AmaniGroup.class)))
    public Response add(AmaniBody body) {
        var caller = exchange.requireCaller();
        body.require(NAME);
        var name = body.text(NAME, NAME_RULE);
        var permissions = permissions(body);
        checkFree(body, caller, name, null);
        body.done();
        var group = add(caller, name.orElse(""), permissions.orElse(Set.of()));
        return Response.status(Status.CREATED).entity(AmaniGroup.of(group)).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(AmaniRights.VIEW_GROUP)
    @Operation(summary = "Reads a permission group")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(schema = @Schema(implementation = AmaniGroup.class)))
    public AmaniGroup get(@PathParam("id") String id) {
        return AmaniGroup.of(require(exchange.requireCaller(), id));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_GROUP)
    @Operation(summary = "Changes a permission group")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniGroupChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            content = @Content(schema = @Schema(implementation = AmaniGroup.class)))
    public AmaniGroup change(@PathParam("id") String id, AmaniBody body) {
        var caller = exchange.requireCaller();
        var group = require(caller, id);
        var name = body.text(NAME, NAME_RULE);
        var permissions = permissions(body);
        checkFree(body, caller, name, group.id());
        body.done();
        var change = new GroupChange().name(name).permissions(permissions);
        return AmaniGroup.of(groups.change(caller, caller.tenant(), group.id(), change, null));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_GROUP)
    @Operation(summary = "Changes a permission group", description = "As PATCH, but the name must be given.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewGroup.class)))
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            content = @Content(schema = @Schema(implementation = AmaniGroup.class)))
    public AmaniGroup replace(@PathParam("id") String id, AmaniBody body) {
        body.require(NAME);
        return change(id, body);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(AmaniRights.DELETE_GROUP)
    @Operation(summary = "Removes a permission group", description = "Its members stay, without its permissions.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        groups.remove(caller, caller.tenant(), require(caller, id).id(), null);
    }

    private Group require(Caller caller, String id) {
        return keys.of(caller.tenant(), id)
                .orElseThrow(() -> new Refusal(Reason.GROUP_UNKNOWN, "id", "there is no such group"));
    }

    private static Field<Set<String>> permissions(AmaniBody body) {
        return body.texts("permissions").map(LinkedHashSet::new);
    }

    /** The directory makes a code from the name; where another group has that already, any other will do. */
    private Group add(Caller caller, String name, Set<String> permissions) {
        try {
            return groups.add(caller, wish(caller, name, null, permissions));
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.GROUP_CODE_TAKEN || namesake(caller, name, null)) {
                throw refusal;
            }
            var code = "group-" + Ids.shortForm(Ids.next()).toLowerCase(Locale.ROOT);
            return groups.add(caller, wish(caller, name, code, permissions));
        }
    }

    private static NewGroup wish(Caller caller, String name, @Nullable String code, Set<String> permissions) {
        return new NewGroup(caller.tenant(), name, code, null, permissions, null, Map.of());
    }

    /** Here a group's name is its own, although the directory asks that of its code only. */
    private void checkFree(AmaniBody body, Caller caller, Field<String> name, @Nullable UUID self) {
        name.ifValue(wanted -> {
            if (namesake(caller, wanted, self)) {
                body.refuse(NAME, "group with this name already exists.");
            }
        });
    }

    private boolean namesake(Caller caller, String name, @Nullable UUID self) {
        var filter = new GroupFilter(null, name, null, null, null);
        return groups.slice(caller.tenant(), filter, 0, 2).stream()
                .anyMatch(group -> !group.id().equals(self));
    }
}
