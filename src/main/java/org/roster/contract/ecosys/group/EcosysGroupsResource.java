package org.roster.contract.ecosys.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.contract.ecosys.EcosysStream;
import org.roster.contract.ecosys.Removal;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Groups, in the style of the contract, which has none itself. */
@Path("etc-backend/api/groups")
@Tag(name = "ecosys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysGroupsResource {

    @Inject
    GroupService groups;

    @Inject
    UserService users;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.GROUPS_CREATE)
    @Operation(summary = "Creates a group", description = "Its members have no permissions by it.")
    @APIResponse(
            responseCode = "201",
            description = "The group",
            content = @Content(schema = @Schema(implementation = EcosysGroup.Reply.class)))
    public Response add(@NotNull(message = EcosysMissing.GROUP) @Valid EcosysNewGroup body) {
        var caller = exchange.requireCaller();
        var group = groups.add(caller, body.toNewGroup(caller.tenant()));
        return Response.status(Status.CREATED)
                .entity(EcosysGroup.Reply.of("Group created successfully.", group))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.GROUPS_READ)
    @Operation(summary = "Lists all groups", description = "Without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All groups of the tenant, without their members",
            content = @Content(schema = @Schema(implementation = EcosysGroup.ListReply.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return EcosysStream.list(
                "groups",
                cursor -> groups.find(caller, caller.tenant(), GroupFilter.ALL, cursor, Page.MAX),
                EcosysGroup::of);
    }

    @GET
    @Path("{name}")
    @RolesAllowed(Scopes.GROUPS_READ)
    @Operation(summary = "Reads a group with its members")
    @APIResponse(
            responseCode = "200",
            description = "The group and the user names of all who are in it",
            content = @Content(schema = @Schema(implementation = EcosysGroup.MembersReply.class)))
    public StreamingOutput get(@PathParam("name") String name) {
        var caller = exchange.requireCaller();
        var group = require(caller, name);
        var members = UserFilter.inGroup(group.id());
        return EcosysStream.framed(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("status", "success");
                    json.writeObjectFieldStart("group");
                    json.writeStringField("name", group.code());
                    json.writeStringField("description", group.description());
                },
                "members",
                cursor -> users.find(caller, caller.tenant(), members, UserSort.CREATED, cursor, Page.MAX),
                User::username,
                json -> {
                    json.writeEndObject();
                    json.writeEndObject();
                });
    }

    @PATCH
    @Path("{name}")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(summary = "Changes a group", description = "Empty members change nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            content = @Content(schema = @Schema(implementation = EcosysGroup.Reply.class)))
    public EcosysGroup.Reply change(
            @PathParam("name") String name, @NotNull(message = "There is no body.") @Valid EcosysGroupChange body) {
        var caller = exchange.requireCaller();
        var group = groups.change(caller, caller.tenant(), require(caller, name).id(), body.toChange(), null);
        return EcosysGroup.Reply.of(null, group);
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(Scopes.GROUPS_DELETE)
    @Operation(summary = "Removes a group", description = "Its members stay. An unknown group counts as removed.")
    @APIResponse(responseCode = "204", description = "There is no such group any more")
    public void remove(@PathParam("name") String name) {
        var caller = exchange.requireCaller();
        Removal.of(
                Reason.GROUP_UNKNOWN,
                () -> groups.remove(
                        caller, caller.tenant(), require(caller, name).id(), null));
    }

    private Group require(Caller caller, String name) {
        return groups.byCode(caller.tenant(), name)
                .orElseThrow(() -> new Refusal(Reason.GROUP_UNKNOWN, "name", "there is no such group"));
    }
}
