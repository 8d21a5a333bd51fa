package org.roster.contract.roster.factor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.directory.account.EnrolmentService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** The second factor of the person behind the credential. Each change needs the password anew. */
@Path("v1/me")
@Tag(name = "me")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MySecondFactorResource {

    @Inject
    EnrolmentService enrolments;

    @Inject
    UserService users;

    @Inject
    Exchange exchange;

    @GET
    @Path("second-factor")
    @RolesAllowed("**") // about oneself
    @Operation(summary = "Says whether the caller has a second factor")
    @APIResponse(
            responseCode = "200",
            description = "What is known of it",
            content = @Content(schema = @Schema(implementation = SecondFactorBody.class)))
    public SecondFactorBody get() {
        var user = person();
        return SecondFactorBody.of(enrolments.of(user.tenantId(), user.id()));
    }

    @POST
    @Path("second-factor")
    @RolesAllowed("**") // about oneself, and the password is asked for
    @Operation(
            summary = "Begins to set up a second factor",
            description = "A seed for time-based codes (RFC 6238). Nothing changes until a code of it is given. Who"
                    + " has a second factor already gives a code of it too.")
    @APIResponse(
            responseCode = "201",
            description = "What the device needs to know",
            content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
    public Response begin(@NotNull @Valid ProofBody proof) {
        var user = person();
        var begun = enrolments.begin(proof.from(exchange.source()), user.tenantId(), user.username(), proof.password());
        return Response.status(Status.CREATED).entity(EnrolmentBody.of(begun)).build();
    }

    @POST
    @Path("second-factor/confirmation")
    @RolesAllowed("**") // about oneself
    @Operation(
            summary = "Puts the second factor in force",
            description = "From then on each log-in with the password needs a code, in the header `One-Time-Code` or"
                    + " right behind the password; refresh tokens of before are revoked.")
    @APIResponse(
            responseCode = "200",
            description = "The recovery codes",
            content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
    public RecoveryCodesBody confirm(@NotNull @Valid ConfirmationBody body) {
        var user = person();
        return new RecoveryCodesBody(enrolments.confirm(
                exchange.requireCaller(), exchange.source(), user.tenantId(), body.token(), body.code()));
    }

    @POST
    @Path("second-factor/removal")
    @RolesAllowed("**") // about oneself, and password and code are asked for
    @Operation(
            summary = "Takes the second factor away",
            description = "With a code of it, or a recovery code. If `mfa` is set, a new one has to be set up before"
                    + " the next log-in.")
    @APIResponse(responseCode = "204", description = "There is none any more")
    public void remove(@NotNull @Valid ProofBody proof) {
        var user = person();
        enrolments.remove(proof.from(exchange.source()), user.tenantId(), user.username(), proof.password());
    }

    @POST
    @Path("recovery-codes")
    @RolesAllowed("**") // about oneself, and password and code are asked for
    @Operation(summary = "Draws new recovery codes", description = "Those before are void.")
    @APIResponse(
            responseCode = "200",
            description = "The recovery codes",
            content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
    public RecoveryCodesBody renewCodes(@NotNull @Valid ProofBody proof) {
        var user = person();
        return new RecoveryCodesBody(enrolments.renewCodes(
                proof.from(exchange.source()), user.tenantId(), user.username(), proof.password()));
    }

    private User person() {
        return users.byId(exchange.requireCaller().requireUser())
                .orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "user", "there is no such user"));
    }
}
