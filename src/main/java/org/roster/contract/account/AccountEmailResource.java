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
import java.util.Objects;
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

/** Where somebody confirms a new e-mail address. */
@Path("account/email")
@Tag(name = "account")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AccountEmailResource {

    private static final Set<Purpose> PURPOSES = Set.of(Purpose.EMAIL_CHANGE);

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
    @Operation(summary = "Asks whether a new address is to be used", description = "The token is not used up.")
    @APIResponse(responseCode = "200", description = "The question")
    @APIResponse(responseCode = "410", description = "The token is not good")
    public Response form(@QueryParam("token") @Nullable String token) {
        var given = token == null ? "" : token;
        return holders.find(exchange.source(), given, PURPOSES)
                .map(holder -> form(holder, given))
                .orElseGet(() -> pages.goneForEmail(given));
    }

    @POST
    @PermitAll
    @Operation(summary = "Puts a new address in place", description = "The field `token`, which is used up.")
    @APIResponse(responseCode = "200", description = "It is done")
    @APIResponse(responseCode = "410", description = "The token is not good")
    @APIResponse(responseCode = "409", description = "Another account has the address; the token is still good")
    public Response confirm(byte[] body) {
        var token = AccountForm.read(body).get("token");
        var holder = holders.find(exchange.source(), token, PURPOSES).orElse(null);
        if (holder == null) {
            return pages.goneForEmail(token);
        }
        try {
            steps.confirmEmailChange(pages.acting(holder.tenant()), exchange.source(), holder.tenant(), token);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.ONE_TIME_TOKEN_INVALID) {
                return pages.goneForEmail(token);
            }
            throw refusal;
        }
        var page = pages.of(holder)
                .say("title", "email_done_title")
                .say("lead", "email_done_lead", "address", address(holder))
                .say("more", "close");
        return page.answer(200, "message");
    }

    private Response form(TokenHolder holder, String token) {
        return pages.of(holder)
                .say("title", "email_title")
                .say("lead", "email_lead", "address", address(holder))
                .say("button", "email_button")
                .with("action", "/account/email")
                .with("token", token)
                .answer(200, "confirm");
    }

    /** A token of this purpose is made with its address. */
    private static String address(TokenHolder holder) {
        return Objects.requireNonNullElse(holder.address(), "");
    }
}
