package org.roster.contract.roster.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.http.Exchange;
import org.roster.token.Sessions;

/** Where the person behind the credential is logged in. */
@Path("v1/me/sessions")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MySessionsResource {

    @Inject
    Sessions sessions;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed("**") // about oneself
    @Operation(summary = "Says where the caller is logged in")
    @APIResponse(
            responseCode = "200",
            description = "The sessions",
            content = @Content(schema = @Schema(implementation = SessionList.class)))
    public SessionList list() {
        return SessionList.of(sessions.of(exchange.requireCaller().requireUser()));
    }

    @DELETE
    @RolesAllowed("**") // oneself
    @Operation(
            summary = "Logs the caller out everywhere",
            description =
                    "All access and refresh tokens of before are over, the one at hand too: here at once, on other"
                            + " nodes within two seconds.")
    @APIResponse(responseCode = "204", description = "Nobody is logged in any more")
    public void end() {
        var caller = exchange.requireCaller();
        sessions.end(caller, caller.tenant(), caller.requireUser());
    }
}
