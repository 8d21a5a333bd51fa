package org.roster.contract.econtext.session;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.roster.contract.econtext.EcontextReply;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;

/** Tells an application whether somebody's credential is good. */
@Path("econtext/api/authenticate")
@Tag(name = "econtext")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextAuthenticateResource {

    @Inject
    EcontextLogIns logIns;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(
            summary = "Tells whether a credential is good for an application",
            description =
                    "Status 200, also when it is not; why not is never said. User, API key and application must not"
                            + " be DISABLED, and the user must be a member of the application. After three failures of one"
                            + " credential, or twenty from one address, all fail until there was none for five minutes.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextLogIn.class)))
    @APIResponse(responseCode = "200", description = "Whether it is, and whose it is")
    public EcontextReply<EcontextAuthentication> authenticate(@Nullable JsonNode body) {
        if (body == null) {
            throw new FailureException(Failure.of(Failure.Kind.MALFORMED, "the body is empty"));
        }
        UUID tenant = exchange.requireCaller().tenant();
        var answer = EcontextLogIn.read(body)
                .flatMap(logIn -> logIns.attempt(tenant, logIn))
                .orElse(EcontextAuthentication.FAILED);
        return EcontextReply.of(answer, exchange);
    }
}
