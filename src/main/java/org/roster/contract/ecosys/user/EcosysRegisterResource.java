package org.roster.contract.ecosys.user;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.contract.ecosys.EcosysContract;
import org.roster.contract.ecosys.EcosysError;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.directory.application.Client;
import org.roster.directory.application.Clients;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** People who register themselves. The original lets anyone do so; here the client must be allowed it. */
@Path("etc-backend/api/register")
@Tag(name = "ecosys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysRegisterResource {

    @Inject
    Clients clients;

    @Inject
    UserService users;

    @Inject
    Exchange exchange;

    @POST
    @PermitAll
    @Operation(
            summary = "Registers a user",
            description = "Through a client whose application has `selfRegistration`, in its tenant; with any other"
                    + " `client_id` the answer is 401.")
    @APIResponse(
            responseCode = "201",
            description = "The user, without the password",
            content = @Content(schema = @Schema(implementation = EcosysUser.Reply.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client is unknown, or not allowed self-registration",
            content = @Content(schema = @Schema(implementation = EcosysError.class)))
    @APIResponse(
            responseCode = "409",
            description = "The user name or e-mail address is taken",
            content = @Content(schema = @Schema(implementation = EcosysError.class)))
    public Response register(@NotNull(message = EcosysMissing.REGISTRATION) @Valid EcosysRegistration body) {
        var client = clients.byClientId(body.clientId())
                .filter(known -> known.active() && known.selfRegistration())
                .orElse(null);
        if (client == null) {
            return Response.status(Status.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"OAuth\"")
                    .entity(EcosysError.of(Status.UNAUTHORIZED, "Invalid client ID."))
                    .build();
        }
        var added = users.add(caller(client), body.toNewUser(client.tenant()));
        return Response.status(Status.CREATED)
                .entity(EcosysUser.Reply.of("User registered successfully.", added.user()))
                .build();
    }

    /** In the audit trail the client did it; it holds no right, so none can be given. */
    private Caller caller(Client client) {
        return new Caller(
                client.tenant(),
                Caller.Kind.CLIENT,
                client.application(),
                client.clientId(),
                null,
                client.clientId(),
                Set.of(),
                EcosysContract.NAME,
                exchange.requestId());
    }
}
