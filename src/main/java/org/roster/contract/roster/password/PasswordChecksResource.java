package org.roster.contract.roster.password;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.directory.password.PasswordPolicyService;
import org.roster.http.Exchange;

/** Says what is to be said of a password before it is set. */
@Path("v1/password-checks")
@Tag(name = "me")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PasswordChecksResource {

    @Inject
    PasswordPolicyService policies;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed("**") // whoever is authenticated: it says nothing of anybody
    @Operation(
            summary = "Says whether a password may be set, and how strong it is",
            description = "For forms, in the caller's tenant. The password is neither kept nor logged.")
    @APIResponse(
            responseCode = "200",
            description = "What is to be said of it",
            content = @Content(schema = @Schema(implementation = PasswordOpinionBody.class)))
    public PasswordOpinionBody check(@NotNull @Valid PasswordCheckBody body) {
        return PasswordOpinionBody.of(
                policies.opinion(exchange.requireCaller(), body.password(), body.username(), body.email()));
    }
}
