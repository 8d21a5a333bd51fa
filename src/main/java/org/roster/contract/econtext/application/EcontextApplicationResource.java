package org.roster.contract.econtext.application;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextDeleted;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextReply;
import org.roster.contract.econtext.application.EcontextApplication.EcontextOneApplication;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.system.FirstAccounts;

/** One application: creating, reading, changing and deleting it. */
@Path("econtext/api/applications/application")
@Tag(name = "econtext")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextApplicationResource {

    @Inject
    ApplicationService applications;

    @Inject
    GroupService groups;

    @Inject
    UserService users;

    @Inject
    EcontextReferences references;

    @Inject
    FirstAccounts first;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.APPLICATIONS_CREATE)
    @Operation(
            summary = "Creates an application",
            description = "Status 200, as in the original. It may do nothing at Roster itself.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextNewApplication.class)))
    @APIResponse(responseCode = "200", description = "The application")
    public EcontextReply<EcontextOneApplication> add(@Nullable JsonNode tree) {
        var wish = EcontextNewApplication.read(EcontextBody.of(tree), tenant());
        return reply(applications.add(exchange.requireCaller(), wish).application());
    }

    @GET
    @Path("{appid}")
    @RolesAllowed(Scopes.APPLICATIONS_READ)
    @Operation(summary = "Reads an application")
    @APIResponse(responseCode = "200", description = "The application")
    public EcontextReply<EcontextOneApplication> get(@PathParam("appid") String id) {
        return reply(references.application(tenant(), id));
    }

    @PUT
    @Path("{appid}")
    @RolesAllowed(Scopes.APPLICATIONS_UPDATE)
    @Operation(summary = "Changes an application", description = "Only what is given.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = EcontextApplicationChange.class)))
    @APIResponse(responseCode = "200", description = "The application as it is now")
    public EcontextReply<EcontextOneApplication> change(@PathParam("appid") String id, @Nullable JsonNode tree) {
        var application = references.application(tenant(), id);
        var change = EcontextApplicationChange.read(EcontextBody.of(tree));
        return reply(applications.change(exchange.requireCaller(), tenant(), application.id(), change, null));
    }

    @DELETE
    @Path("{appid}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.APPLICATIONS_DELETE)
    @Operation(
            summary = "Deletes an application",
            description = "It must be DISABLED and have no groups and no users. The one that Roster made at its first"
                    + " start stays.")
    @APIResponse(responseCode = "200", description = "The application is gone")
    public EcontextReply<EcontextDeleted> remove(@PathParam("appid") String id) {
        var application = references.application(tenant(), id);
        checkRemovable(application);
        applications.remove(exchange.requireCaller(), tenant(), application.id(), application.version());
        return EcontextReply.of(EcontextDeleted.DELETED, exchange);
    }

    private void checkRemovable(Application application) {
        if (application.clientId().equals(first.clientId())) {
            throw EcontextRefusal.invalid("appid", "Cannot delete the system application");
        }
        if (application.active()) {
            throw EcontextRefusal.conflict("Application must be disabled before deletion is possible");
        }
        if (groups.count(tenant(), GroupFilter.ofApplication(application.id())) > 0) {
            throw EcontextRefusal.conflict("Groups must be deleted before application deletion is possible");
        }
        if (users.count(tenant(), UserFilter.assignedTo(application.id())) > 0) {
            throw EcontextRefusal.conflict("Users must be deleted or updated before application deletion is possible");
        }
    }

    private EcontextReply<EcontextOneApplication> reply(Application application) {
        var wire = EcontextApplication.of(application, EcontextLinks.of(exchange));
        return EcontextReply.of(new EcontextOneApplication(wire), exchange);
    }

    private UUID tenant() {
        return exchange.requireCaller().tenant();
    }
}
