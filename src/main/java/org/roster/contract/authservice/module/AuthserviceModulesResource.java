package org.roster.contract.authservice.module;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthserviceIds;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceScopes;
import org.roster.contract.authservice.AuthserviceStream;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationChange;
import org.roster.directory.application.ApplicationFilter;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.application.ApplicationStatus;
import org.roster.directory.query.Page;
import org.roster.http.Exchange;
import org.roster.http.Limits;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** The modules of the caller's tenant: its applications that have a path. */
@Path("authservice/api/modules")
@Tag(name = "authservice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceModulesResource {

    private static final ApplicationFilter MODULES = ApplicationFilter.ALL.withExtra(AuthserviceModule.PATH);

    @Inject
    ApplicationService applications;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Adds a module", description = "An application without secrets and rights of its own.")
    @APIResponse(
            responseCode = "201",
            description = "The module",
            content = @Content(schema = @Schema(implementation = AuthserviceModule.class)))
    public Response add(@Valid AuthserviceNewModule body) {
        var caller = exchange.requireCaller();
        var added = applications.add(caller, body.toNewApplication(caller.tenant()));
        return Response.status(Status.CREATED)
                .entity(AuthserviceModule.of(added.application()))
                .build();
    }

    @GET
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Lists all modules", description = "A plain array without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All modules of the tenant, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AuthserviceModule.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AuthserviceStream.array(
                cursor -> applications.find(caller, caller.tenant(), MODULES, cursor, Page.MAX),
                page -> page.stream().map(AuthserviceModule::of).toList());
    }

    @GET
    @Path("search")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Searches modules")
    @APIResponse(
            responseCode = "200",
            description = "A page of modules",
            content = @Content(schema = @Schema(implementation = AuthserviceModule.Page.class)))
    public AuthserviceModule.Page search(
            @Parameter(
                            description = "A part of the name, in any letter case",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(description = AuthservicePaging.PAGE) @QueryParam("page") @Nullable String page,
            @Parameter(description = AuthservicePaging.SIZE) @QueryParam("size") @Nullable String size) {
        var tenant = exchange.requireCaller().tenant();
        var paging = AuthservicePaging.of(page, size);
        var filter = MODULES.withNameContaining(Given.filter(name));
        var found = applications.slice(tenant, filter, paging.offset(), paging.size());
        return AuthserviceModule.Page.of(
                found.stream().map(AuthserviceModule::of).toList(), paging, applications.count(tenant, filter));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Reads a module")
    @APIResponse(
            responseCode = "200",
            description = "The module",
            content = @Content(schema = @Schema(implementation = AuthserviceModule.class)))
    public AuthserviceModule get(@PathParam("id") String id) {
        return AuthserviceModule.of(require(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Changes a module", description = "What is missing from the body stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The module as it is now",
            content = @Content(schema = @Schema(implementation = AuthserviceModule.class)))
    public AuthserviceModule change(@PathParam("id") String id, @Valid AuthserviceModuleChange body) {
        var present = require(id);
        return AuthserviceModule.of(change(present, body.toChange(present)));
    }

    @PATCH
    @Path("{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Takes a module out of use")
    @APIResponse(responseCode = "204", description = "The module is INACTIVO")
    public void deactivate(@PathParam("id") String id) {
        change(require(id), new ApplicationChange().status(Field.of(ApplicationStatus.INACTIVE)));
    }

    @PATCH
    @Path("{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Puts a module into use")
    @APIResponse(responseCode = "204", description = "The module is ACTIVO")
    public void activate(@PathParam("id") String id) {
        change(require(id), new ApplicationChange().status(Field.of(ApplicationStatus.ACTIVE)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Removes a module")
    @APIResponse(responseCode = "204", description = "There is no such module any more")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        applications.remove(caller, caller.tenant(), require(id).id(), null);
    }

    private Application change(Application present, ApplicationChange change) {
        var caller = exchange.requireCaller();
        return applications.change(caller, caller.tenant(), present.id(), change, present.version());
    }

    /** An application that is no module is not found here, least of all to be changed. */
    private Application require(String id) {
        UUID tenant = exchange.requireCaller().tenant();
        var application = applications.require(tenant, AuthserviceIds.parse(id));
        if (!application.extras().containsKey(AuthserviceModule.PATH)) {
            throw new Refusal(Reason.APPLICATION_UNKNOWN, "module", "there is no such module");
        }
        return application;
    }
}
