package org.roster.contract.roster.password;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.directory.password.PasswordPolicyService;
import org.roster.http.Contract;
import org.roster.http.Contracts;
import org.roster.http.Exchange;
import org.roster.refusal.Refusal;

/** What a tenant asks of passwords. */
@Path("v1/tenants/{id}/password-policy")
@Tag(name = "tenants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PasswordPolicyResource {

    @Inject
    PasswordPolicyService policies;

    @Inject
    Contracts contracts;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Reads what a tenant asks of passwords")
    @APIResponse(
            responseCode = "200",
            description = "The policy; all null and empty where the tenant asks nothing of its own",
            content = @Content(schema = @Schema(implementation = PasswordPolicyBody.class)))
    public PasswordPolicyBody get(@Parameter(description = "Id or code") @PathParam("id") String id) {
        return PasswordPolicyBody.of(policies.of(exchange.requireCaller(), id));
    }

    @PUT
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(
            summary = "Says what a tenant asks of passwords",
            description = "In the place of what it asked before. It concerns passwords that are set from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The policy as it is now",
            content = @Content(schema = @Schema(implementation = PasswordPolicyBody.class)))
    public PasswordPolicyBody put(
            @Parameter(description = "Id or code") @PathParam("id") String id,
            @NotNull @Valid PasswordPolicyBody body) {
        var rules = body.toRules();
        var names = contracts.all().stream().map(Contract::name).toList();
        if (!names.containsAll(rules.contracts().keySet())) {
            throw Refusal.invalid("contracts", "must name contracts: " + String.join(", ", names));
        }
        return PasswordPolicyBody.of(policies.put(exchange.requireCaller(), id, rules));
    }

    @DELETE
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(summary = "Lets a tenant ask nothing of its own of passwords")
    @APIResponse(responseCode = "204", description = "What every Roster asks holds alone")
    public void remove(@Parameter(description = "Id or code") @PathParam("id") String id) {
        policies.remove(exchange.requireCaller(), id);
    }
}
