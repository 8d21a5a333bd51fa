package org.roster.contract.econtext.group;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextDeleted;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextPaging;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextReply;
import org.roster.contract.econtext.group.EcontextGroup.EcontextOneGroup;
import org.roster.contract.econtext.user.EcontextUser.EcontextUsersReply;
import org.roster.contract.econtext.user.EcontextUserPages;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** One group: creating, reading, changing and deleting it, and who is in it. */
@Path("econtext/api/groups/group")
@Tag(name = "econtext")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextGroupResource {

    private static final String NAME_TAKEN = "A Group with that name already exists";

    @Inject
    GroupService groups;

    @Inject
    UserService users;

    @Inject
    EcontextReferences references;

    @Inject
    EcontextUserPages pages;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.GROUPS_CREATE)
    @Operation(
            summary = "Creates a group of an application",
            description = "Status 200, as in the original. Its members have no permissions at Roster by it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextNewGroup.class)))
    @APIResponse(responseCode = "200", description = "The group")
    public EcontextReply<EcontextOneGroup> add(@Nullable JsonNode tree) {
        var body = EcontextBody.of(tree);
        var name = body.name();
        body.demand("application");
        var application = references.namedApplication(tenant(), body.identifier("application"));
        var wish = EcontextNewGroup.read(body, application);
        checkFree(name, application.id(), null);
        return reply(groups.add(exchange.requireCaller(), wish));
    }

    @GET
    @Path("{groupid}")
    @RolesAllowed(Scopes.GROUPS_READ)
    @Operation(summary = "Reads a group")
    @APIResponse(responseCode = "200", description = "The group")
    public EcontextReply<EcontextOneGroup> get(@PathParam("groupid") String id) {
        return reply(references.group(tenant(), id));
    }

    @PUT
    @Path("{groupid}")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(summary = "Changes a group", description = "Only what is given. Its application stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextGroupChange.class)))
    @APIResponse(responseCode = "200", description = "The group as it is now")
    public EcontextReply<EcontextOneGroup> change(@PathParam("groupid") String id, @Nullable JsonNode tree) {
        var group = references.group(tenant(), id);
        var body = EcontextBody.of(tree);
        var change = EcontextGroupChange.read(body, group);
        if (body.has("name") && group.applicationId() != null) {
            checkFree(body.name(), group.applicationId(), group);
        }
        return reply(groups.change(exchange.requireCaller(), tenant(), group.id(), change, null));
    }

    @DELETE
    @Path("{groupid}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.GROUPS_DELETE)
    @Operation(summary = "Deletes a group", description = "It must be DISABLED and have no users.")
    @APIResponse(responseCode = "200", description = "The group is gone")
    public EcontextReply<EcontextDeleted> remove(@PathParam("groupid") String id) {
        var group = references.group(tenant(), id);
        if (group.status() == GroupStatus.ACTIVE) {
            throw EcontextRefusal.conflict("Group must be disabled before deletion is possible");
        }
        if (users.count(tenant(), UserFilter.inGroup(group.id())) > 0) {
            throw EcontextRefusal.conflict("Users must be deleted or updated before group deletion is possible");
        }
        groups.remove(exchange.requireCaller(), tenant(), group.id(), group.version());
        return EcontextReply.of(EcontextDeleted.DELETED, exchange);
    }

    @GET
    @Path("{groupid}/users")
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Lists the users of a group", description = "In the order of their making.")
    @APIResponse(
            responseCode = "200",
            description = "The users; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextUsersReply.class)))
    public StreamingOutput users(
            @PathParam("groupid") String id,
            @Parameter(description = "Only users of this status") @QueryParam("status") @Nullable String status,
            @Parameter(description = EcontextPaging.MINIMAL) @QueryParam("minimal") @Nullable String minimal) {
        var filter = UserFilter.inGroup(references.group(tenant(), id).id());
        return pages.stream(tenant(), filter, EcontextPaging.minimal(minimal), status);
    }

    /** Groups that were made elsewhere have codes that do not tell their names; of these the name is asked for. */
    private void checkFree(String name, UUID application, @Nullable Group self) {
        var filter = new GroupFilter(null, name, application, null, null);
        boolean taken = groups.slice(tenant(), filter, 0, 2).stream().anyMatch(group -> !group.equals(self));
        if (taken) {
            throw EcontextRefusal.invalid("name", NAME_TAKEN);
        }
    }

    private EcontextReply<EcontextOneGroup> reply(Group group) {
        return EcontextReply.of(new EcontextOneGroup(EcontextGroup.of(group, EcontextLinks.of(exchange))), exchange);
    }

    private UUID tenant() {
        return exchange.requireCaller().tenant();
    }
}
