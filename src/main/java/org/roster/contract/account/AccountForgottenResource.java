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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.directory.account.AccountService;
import org.roster.http.Exchange;

/** Where somebody who has no good link asks for one. */
@Path("account/forgotten")
@Tag(name = "account")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AccountForgottenResource {

    private static final int LONGEST_NAME = 254;

    @Inject
    AccountService accounts;

    @Inject
    AccountPages pages;

    @Inject
    Exchange exchange;

    @GET
    @PermitAll
    @Operation(summary = "Shows the form to ask for a link by mail")
    @APIResponse(responseCode = "200", description = "The form")
    public Response form(@QueryParam("tenant") @Nullable String tenant) {
        return page(tenant).answer(200, "forgotten");
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Asks for a link by mail",
            description =
                    "The fields `login` and `tenant`. The answer is the same whether or not there is such an account.")
    @APIResponse(responseCode = "200", description = "If there is such an account, a mail is on its way")
    @APIResponse(responseCode = "400", description = "The form again: no name was given")
    public Response ask(byte[] body) {
        var form = AccountForm.read(body);
        var login = form.get("login").strip();
        var claim = form.get("tenant");
        if (login.isEmpty() || login.length() > LONGEST_NAME) {
            var page = page(claim);
            return page.error(page.language().texts().get("forgotten_missing")).answer(400, "forgotten");
        }
        var tenant = pages.tenant(claim);
        accounts.again(pages.acting(tenant), exchange.source(), tenant, login);
        return AccountPages.message(pages.of(tenant).say("more", "forgotten_done_more"), 200, "forgotten_done");
    }

    private AccountPage page(@Nullable String claim) {
        return pages.of(pages.tenant(claim)).say("title", "forgotten_title");
    }
}
