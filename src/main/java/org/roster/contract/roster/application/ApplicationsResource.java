package org.roster.contract.roster.application;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Problem;
import org.roster.contract.roster.Query;
import org.roster.contract.roster.RosterContract;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationFilter;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.application.IssuedApplication;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Conditional;
import org.roster.http.Exchange;
import org.roster.http.Limits;
import org.roster.http.Patch;
import org.roster.refusal.Reason;

/** The applications of a tenant, which are OAuth 2.0 clients too. */
@Path("v1/applications")
@Tag(name = "applications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ApplicationsResource {

    @Inject
    ApplicationService applications;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.APPLICATIONS_CREATE)
    @Operation(
            summary = "Adds an application",
            description = "An OAuth 2.0 client, with a secret if it is confidential. The secret is in this answer only."
                    + " Scopes that the caller does not hold are refused.")
    @APIResponse(
            responseCode = "201",
            description = "The application with its secret, at the address in `Location`",
            content = @Content(schema = @Schema(implementation = ApplicationBody.class)))
    public Response add(@NotNull @Valid NewApplicationBody body) {
        var caller = exchange.requireCaller();
        var issued = applications.add(caller, body.toNewApplication(tenants.resolve(caller, body.tenant())));
        return created(issued);
    }

    @GET
    @RolesAllowed(Scopes.APPLICATIONS_READ)
    @Operation(summary = "Lists applications", description = "In the order of their making, a page at a time.")
    @APIResponse(
            responseCode = "200",
            description = "A page of applications",
            content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
    public ApplicationPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("clientId")
                    @Nullable
                    String clientId,
            @Parameter(description = "Id of an assigned user") @QueryParam("user") @Nullable String user,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var filter = new ApplicationFilter(
                Query.filter("name", name), Query.filter("clientId", clientId), Query.id("user", user), null);
        return ApplicationPage.of(
                applications.find(caller, tenants.resolve(caller, tenant), filter, cursor, Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.APPLICATIONS_READ)
    @Operation(summary = "Reads an application", description = "Of its secrets only when they were made and end.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationBody.class)))
    @APIResponse(responseCode = "304", description = "The client has this state already")
    public Response get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var application = applications.require(tenants.resolve(exchange.requireCaller(), tenant), applicationId(id));
        return Conditional.unchanged(ifNoneMatch, application.version())
                ? Response.notModified(Conditional.tag(application.version())).build()
                : shown(application);
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.APPLICATIONS_UPDATE)
    @Operation(
            summary = "Changes an application",
            description = "A JSON merge patch (RFC 7396). A caller that does not hold all of the application's scopes,"
                    + " old and new, cannot change it. The client identifier stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApplicationPatchBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The application as it is now",
            content = @Content(schema = @Schema(implementation = ApplicationBody.class)))
    public Response change(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var present = applications.require(tenantId, applicationId(id));
        var change = ApplicationPatchBody.read(Patch.of(body), present);
        return shown(applications.change(caller, tenantId, present.id(), change, Conditional.ifMatch(ifMatch)));
    }

    @POST
    @Path("{id}/secret")
    @RolesAllowed(Scopes.APPLICATIONS_UPDATE)
    @Operation(
            summary = "Gives an application a new secret",
            description = "The present ones stay good for `overlapSeconds`, so that it can change over without an"
                    + " outage. The new secret is in this answer only. A caller that does not hold all of the"
                    + " application's scopes is refused.")
    @APIResponse(
            responseCode = "201",
            description = "The application with its new secret",
            content = @Content(schema = @Schema(implementation = ApplicationBody.class)))
    public Response rotateSecret(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSecretBody body) {
        var caller = exchange.requireCaller();
        return created(applications.rotateSecret(
                caller,
                tenants.resolve(caller, tenant),
                applicationId(id),
                body.overlap(),
                Conditional.ifMatch(ifMatch)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.APPLICATIONS_DELETE)
    @Operation(
            summary = "Removes an application",
            description = "With its secrets, assignments and tokens. Its groups and API keys must be gone before.")
    @APIResponse(responseCode = "204", description = "The application is gone")
    @APIResponse(
            responseCode = "409",
            description = "Groups or API keys still belong to it",
            content =
                    @Content(mediaType = RosterContract.PROBLEM_JSON, schema = @Schema(implementation = Problem.class)))
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var caller = exchange.requireCaller();
        applications.remove(caller, tenants.resolve(caller, tenant), applicationId(id), Conditional.ifMatch(ifMatch));
    }

    private Response created(IssuedApplication issued) {
        var application = issued.application();
        return Response.created(URI.create("/v1/applications/" + application.id()))
                .tag(Conditional.tag(application.version()))
                .entity(ApplicationBody.of(application, applications.secrets(application.id()), issued.secret()))
                .build();
    }

    private Response shown(Application application) {
        return Response.ok(ApplicationBody.of(application, applications.secrets(application.id()), null))
                .tag(Conditional.tag(application.version()))
                .build();
    }

    private static UUID applicationId(String id) {
        return Query.pathId(id, Reason.APPLICATION_UNKNOWN);
    }
}
