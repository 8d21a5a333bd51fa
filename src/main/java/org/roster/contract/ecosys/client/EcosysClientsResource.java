package org.roster.contract.ecosys.client;

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
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.contract.ecosys.EcosysScopes;
import org.roster.contract.ecosys.EcosysStream;
import org.roster.contract.ecosys.Removal;
import org.roster.directory.application.ApplicationFilter;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.query.Page;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** OAuth clients. The original published the creation only; the rest is Roster's, in its style. */
@Path("etc-backend/api/clients")
@Tag(name = "ecosys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysClientsResource {

    @Inject
    ApplicationService applications;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(EcosysScopes.CLIENTS_CREATE)
    @Operation(
            summary = "Creates a client",
            description = "The secret is in this answer only. Scopes beyond the caller's own are refused.")
    @APIResponse(
            responseCode = "201",
            description = "The client with its secret",
            content = @Content(schema = @Schema(implementation = EcosysClient.IssuedReply.class)))
    public Response add(@NotNull(message = EcosysMissing.CLIENT) @Valid EcosysNewClient body) {
        var caller = exchange.requireCaller();
        var issued = applications.add(caller, body.toNewApplication(caller.tenant()));
        return Response.status(Status.CREATED)
                .entity(EcosysClient.IssuedReply.of("Client application created successfully.", issued))
                .build();
    }

    @GET
    @RolesAllowed(EcosysScopes.CLIENTS_READ)
    @Operation(summary = "Lists all clients", description = "Without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All clients of the tenant, without their secrets",
            content = @Content(schema = @Schema(implementation = EcosysClient.ListReply.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return EcosysStream.list(
                "clients",
                cursor -> applications.find(caller, caller.tenant(), ApplicationFilter.ALL, cursor, Page.MAX),
                EcosysClient::of);
    }

    @GET
    @Path("{client_id}")
    @RolesAllowed(EcosysScopes.CLIENTS_READ)
    @Operation(summary = "Reads a client")
    @APIResponse(
            responseCode = "200",
            description = "The client, without its secret",
            content = @Content(schema = @Schema(implementation = EcosysClient.Reply.class)))
    public EcosysClient.Reply get(@PathParam("client_id") String clientId) {
        return EcosysClient.Reply.of(applications.requireByClientId(tenant(), clientId));
    }

    @PATCH
    @Path("{client_id}")
    @RolesAllowed(EcosysScopes.CLIENTS_UPDATE)
    @Operation(
            summary = "Changes a client",
            description = "Empty members change nothing. A client with scopes beyond the caller's cannot be changed.")
    @APIResponse(
            responseCode = "200",
            description = "The client as it is now",
            content = @Content(schema = @Schema(implementation = EcosysClient.Reply.class)))
    public EcosysClient.Reply change(
            @PathParam("client_id") String clientId,
            @NotNull(message = "There is no body.") @Valid EcosysClientChange body) {
        var change = body.toChange();
        return EcosysClient.Reply.of(
                applications.change(exchange.requireCaller(), tenant(), id(clientId), change, null));
    }

    @DELETE
    @Path("{client_id}")
    @RolesAllowed(EcosysScopes.CLIENTS_DELETE)
    @Operation(summary = "Removes a client", description = "An unknown client counts as removed.")
    @APIResponse(responseCode = "204", description = "There is no such client any more")
    public void remove(@PathParam("client_id") String clientId) {
        Removal.of(
                Reason.APPLICATION_UNKNOWN,
                () -> applications.remove(exchange.requireCaller(), tenant(), id(clientId), null));
    }

    @POST
    @Path("{client_id}/secret")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(EcosysScopes.CLIENTS_UPDATE)
    @Operation(
            summary = "Replaces a client's secret",
            description = "The old one is good no more; the new one is in this answer only.")
    @APIResponse(
            responseCode = "200",
            description = "The client with its new secret",
            content = @Content(schema = @Schema(implementation = EcosysClient.IssuedReply.class)))
    public EcosysClient.IssuedReply replaceSecret(@PathParam("client_id") String clientId) {
        var issued = applications.rotateSecret(exchange.requireCaller(), tenant(), id(clientId), Duration.ZERO, null);
        return EcosysClient.IssuedReply.of("Client secret replaced successfully.", issued);
    }

    private UUID tenant() {
        return exchange.requireCaller().tenant();
    }

    private UUID id(String clientId) {
        return applications.requireByClientId(tenant(), clientId).id();
    }
}
