package org.roster.contract.amani.application;

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
import java.util.List;
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
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniRights;
import org.roster.contract.amani.AmaniStream;
import org.roster.contract.amani.AmaniText;
import org.roster.directory.Field;
import org.roster.directory.application.ApplicationChange;
import org.roster.directory.application.ApplicationFilter;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.application.ApplicationStatus;
import org.roster.directory.application.GrantType;
import org.roster.directory.application.NewApplication;
import org.roster.directory.query.Page;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The applications of the caller's company. */
@Path("amani/api/v2/application")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniApplicationsResource {

    private static final String NAME = "name";
    private static final AmaniText NAME_RULE = AmaniText.upTo(128);
    private static final AmaniText DESCRIPTION = AmaniText.optional(1000);

    @Inject
    ApplicationService applications;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(AmaniRights.VIEW_APPLICATION)
    @Operation(summary = "Lists the applications", description = "All of them, without pages.")
    @APIResponse(
            responseCode = "200",
            description = "The applications, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AmaniApplication.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AmaniStream.all(
                cursor -> applications.find(caller, caller.tenant(), ApplicationFilter.ALL, cursor, Page.MAX),
                page -> page.stream().map(AmaniApplication::of).toList());
    }

    @POST
    @RolesAllowed(AmaniRights.ADD_APPLICATION)
    @Operation(
            summary = "Adds an application",
            description = "Its secret is shown this once. Nobody gives it a permission that they do not hold"
                    + " themselves.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewApplication.class)))
    @APIResponse(
            responseCode = "201",
            description = "The application with its secret",
            content = @Content(schema = @Schema(implementation = AmaniApplication.class)))
    public Response add(AmaniBody body) {
        var caller = exchange.requireCaller();
        body.require(NAME);
        var name = body.text(NAME, NAME_RULE);
        var description = body.text("description", DESCRIPTION);
        var permissions = permissions(body);
        body.done();
        var issued = applications.add(
                caller,
                new NewApplication(
                        caller.tenant(),
                        name.orElse(""),
                        description.value(),
                        null,
                        null,
                        true,
                        Set.of(GrantType.CLIENT_CREDENTIALS),
                        permissions.orElse(Set.of()),
                        List.of(),
                        null,
                        false,
                        Map.of()));
        return Response.status(Status.CREATED)
                .entity(AmaniApplication.of(issued))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(AmaniRights.VIEW_APPLICATION)
    @Operation(summary = "Reads an application")
    @APIResponse(
            responseCode = "200",
            description = "The application, without its secret",
            content = @Content(schema = @Schema(implementation = AmaniApplication.class)))
    public AmaniApplication get(@PathParam("id") String id) {
        return AmaniApplication.of(applications.require(exchange.requireCaller().tenant(), key(id)));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_APPLICATION)
    @Operation(summary = "Changes an application")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniApplicationChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = AmaniApplication.class)))
    public AmaniApplication change(@PathParam("id") String id, AmaniBody body) {
        var caller = exchange.requireCaller();
        var present = applications.require(caller.tenant(), key(id));
        var change = new ApplicationChange()
                .name(body.text(NAME, NAME_RULE))
                .description(body.text("description", DESCRIPTION))
                .scopes(permissions(body))
                .status(body.flag("is_active")
                        .map(active -> active ? ApplicationStatus.ACTIVE : ApplicationStatus.INACTIVE));
        body.done();
        return AmaniApplication.of(applications.change(caller, caller.tenant(), present.id(), change, null));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_APPLICATION)
    @Operation(summary = "Changes an application", description = "As PATCH, but the name must be given.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniApplicationChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = AmaniApplication.class)))
    public AmaniApplication replace(@PathParam("id") String id, AmaniBody body) {
        body.require(NAME);
        return change(id, body);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(AmaniRights.DELETE_APPLICATION)
    @Operation(summary = "Removes an application", description = "Its groups and API keys have to be gone before.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        applications.remove(caller, caller.tenant(), key(id), null);
    }

    private static Field<Set<String>> permissions(AmaniBody body) {
        return body.texts("permissions").map(LinkedHashSet::new);
    }

    private static UUID key(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new Refusal(Reason.APPLICATION_UNKNOWN, "id", "there is no such application"));
    }
}
