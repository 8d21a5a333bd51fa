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
import org.roster.credential.policy.PasswordPolicy;
import org.roster.directory.account.AccountStepService;
import org.roster.directory.account.TokenHolder;
import org.roster.directory.account.TokenHolderService;
import org.roster.directory.onetime.Purpose;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Where an invited person sets a password, and where somebody who forgot one sets another. */
@Path("account/password")
@Tag(name = "account")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AccountPasswordResource {

    private static final Set<Purpose> PURPOSES = Set.of(Purpose.INVITATION, Purpose.PASSWORD_RESET);

    @Inject
    TokenHolderService holders;

    @Inject
    AccountStepService steps;

    @Inject
    AccountPages pages;

    @Inject
    Exchange exchange;

    @Inject
    PasswordPolicy policy;

    @GET
    @PermitAll
    @Operation(
            summary = "Shows the form for a password",
            description = "For the token of an invitation or of a forgotten password, which is not used up.")
    @APIResponse(responseCode = "200", description = "The form")
    @APIResponse(responseCode = "410", description = "The token is not good; the page says how to get another one")
    public Response form(@QueryParam("token") @Nullable String token, @QueryParam("tenant") @Nullable String tenant) {
        var given = token == null ? "" : token;
        return holders.find(exchange.source(), given, PURPOSES)
                .map(holder -> form(holder, given).answer(200, "password"))
                .orElseGet(() -> pages.gone(given, tenant));
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Sets a password",
            description =
                    "The fields `token`, `password` and `confirmation`. The token is used up when the password is set.")
    @APIResponse(responseCode = "200", description = "The password is set")
    @APIResponse(responseCode = "400", description = "The form again, with the reason; the token is still good")
    @APIResponse(responseCode = "410", description = "The token is not good; the page says how to get another one")
    public Response set(byte[] body) {
        var form = AccountForm.read(body);
        var holder =
                holders.find(exchange.source(), form.get("token"), PURPOSES).orElse(null);
        return holder == null ? pages.gone(form.get("token"), null) : set(holder, form);
    }

    private Response set(TokenHolder holder, AccountForm form) {
        var token = form.get("token");
        var password = form.get("password");
        var page = form(holder, token);
        var texts = page.language().texts();
        if (password.isEmpty() || form.get("confirmation").isEmpty()) {
            return page.error(texts.get("password_missing")).answer(400, "password");
        }
        if (!password.equals(form.get("confirmation"))) {
            return page.error(texts.get("password_differs")).answer(400, "password");
        }
        try {
            steps.reset(pages.acting(holder.tenant()), exchange.source(), holder.tenant(), token, password, null);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.PASSWORD_TOO_WEAK) {
                return page.error(page.language().weak(refusal.detail())).answer(400, "password");
            }
            if (refusal.reason() == Reason.ONE_TIME_TOKEN_INVALID) {
                return pages.gone(holder.tenantCode()); // by another request at the same moment
            }
            throw refusal;
        }
        return AccountPages.message(pages.of(holder).say("more", "close"), 200, "password_done");
    }

    private AccountPage form(TokenHolder holder, String token) {
        var page = pages.of(holder);
        var name = holder.name() == null ? holder.username() : holder.name();
        if (holder.purpose() == Purpose.INVITATION) {
            page.say("title", "invitation_title", "name", name).say("lead", "invitation_lead");
        } else {
            page.say("title", "reset_title").say("lead", "reset_lead");
        }
        return page.say("rule", "password_rule", "n", policy.least(holder.tenant(), AccountContract.NAME))
                .with("token", token)
                .with("username", holder.username());
    }
}
