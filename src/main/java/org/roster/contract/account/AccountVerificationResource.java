package org.roster.contract.account;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.directory.account.AccountStepService;
import org.roster.directory.account.TokenHolder;
import org.roster.directory.account.TokenHolderService;
import org.roster.directory.onetime.Purpose;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Where somebody who has registered confirms the address and opens the account. */
@Path("account/verification")
@Tag(name = "account")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AccountVerificationResource {

    private static final Set<Purpose> PURPOSES = Set.of(Purpose.VERIFICATION);

    @Inject
    TokenHolderService holders;

    @Inject
    AccountStepService steps;

    @Inject
    AccountPages pages;

    @Inject
    Exchange exchange;

    @GET
    @PermitAll
    @Operation(
            summary = "Asks whether the address of a new account is right",
            description = "The token is not used up.")
    @APIResponse(responseCode = "200", description = "The question")
    @APIResponse(responseCode = "410", description = "The token is not good")
    public Response form(@QueryParam("token") @Nullable String token, @QueryParam("tenant") @Nullable String tenant) {
        var given = token == null ? "" : token;
        return holders.find(exchange.source(), given, PURPOSES)
                .map(holder -> form(holder, given))
                .orElseGet(() -> pages.gone(given, tenant));
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Opens the account of somebody who has registered",
            description = "The field `token`, which is used up.")
    @APIResponse(responseCode = "200", description = "It is done")
    @APIResponse(responseCode = "410", description = "The token is not good")
    public Response confirm(byte[] body) {
        var token = AccountForm.read(body).get("token");
        var holder = holders.find(exchange.source(), token, PURPOSES).orElse(null);
        if (holder == null) {
            return pages.gone(token, null);
        }
        try {
            steps.verify(pages.acting(holder.tenant()), exchange.source(), holder.tenant(), token);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.ONE_TIME_TOKEN_INVALID) {
                return pages.gone(holder.tenantCode());
            }
            throw refusal;
        }
        return AccountPages.message(pages.of(holder).say("more", "close"), 200, "verification_done");
    }

    private Response form(TokenHolder holder, String token) {
        var page = pages.of(holder).say("title", "verification_title").say("button", "verification_button");
        var address = holder.address();
        if (address == null) {
            page.say("lead", "verification_lead_bare");
        } else {
            page.say("lead", "verification_lead", "address", address);
        }
        return page.with("action", "/account/verification").with("token", token).answer(200, "confirm");
    }
}
