package org.roster.contract.account;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Source;
import org.roster.directory.account.EnrolmentService;
import org.roster.directory.account.TokenHolderService;
import org.roster.directory.onetime.Purpose;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Where people set up a second factor, renew their recovery codes, and take a lost device away. Each step brings its own
 * proof, name and password or the token of the step before, so that nothing has to be remembered in between.
 */
@Path("account/second-factor")
@Tag(name = "account")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AccountSecondFactorResource {

    private static final Set<Purpose> PURPOSES = Set.of(Purpose.SECOND_FACTOR);

    @Inject
    EnrolmentService enrolments;

    @Inject
    TokenHolderService holders;

    @Inject
    AccountPages pages;

    @Inject
    Exchange exchange;

    @GET
    @PermitAll
    @Operation(summary = "Shows the form to begin with a second factor")
    @APIResponse(responseCode = "200", description = "The form")
    public Response form(@QueryParam("tenant") @Nullable String tenant) {
        return page(pages.tenant(tenant), "").answer(200, "factor");
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Takes a step about a second factor",
            description =
                    "The fields `login`, `password`, `code` if there is a factor, `tenant`, and `step`: `begin`, `codes`"
                            + " or `remove`.")
    @APIResponse(responseCode = "200", description = "What the step leads to")
    @APIResponse(responseCode = "400", description = "The form again, with the reason")
    public Response step(byte[] body) {
        var form = AccountForm.read(body);
        var tenant = pages.tenant(form.get("tenant"));
        var page = page(tenant, form.get("login"));
        if (form.get("login").isBlank() || form.get("password").isEmpty()) {
            return refused(page, "factor_missing");
        }
        try {
            return step(form, tenant);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.PASSWORD_WRONG) {
                return refused(page, "factor_wrong");
            }
            if (refusal.reason() == Reason.VALUE_INVALID) {
                return refused(page, "factor_none");
            }
            throw refusal;
        }
    }

    @POST
    @Path("code")
    @PermitAll
    @Operation(
            summary = "Confirms a new device by its first code",
            description = "The fields `token` and `code`. The answer shows the recovery codes.")
    @APIResponse(responseCode = "200", description = "The recovery codes, shown this once")
    @APIResponse(responseCode = "400", description = "The form again: the code is wrong, and the token still good")
    @APIResponse(responseCode = "410", description = "The token is not good")
    public Response code(byte[] body) {
        var form = AccountForm.read(body);
        var token = form.get("token");
        var holder = holders.find(exchange.source(), token, PURPOSES).orElse(null);
        if (holder == null) {
            return gone();
        }
        try {
            var code = form.get("code").replace(" ", "");
            return codes(
                    pages.of(holder),
                    enrolments.confirm(pages.acting(holder.tenant()), exchange.source(), holder.tenant(), token, code),
                    "codes_lead_new");
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.VALUE_INVALID) {
                var page = pages.of(holder).say("title", "enrolment_title").with("token", token);
                return page.error(page.language().texts().get("enrolment_wrong"))
                        .answer(400, "enrolment");
            }
            if (refusal.reason() == Reason.ONE_TIME_TOKEN_INVALID) {
                return gone();
            }
            throw refusal;
        }
    }

    private Response step(AccountForm form, UUID tenant) {
        var from = from(form);
        var login = form.get("login").strip();
        var password = form.get("password");
        return switch (form.get("step")) {
            case "begin" -> begun(enrolments.begin(from, tenant, login, password), tenant);
            case "codes" -> codes(pages.of(tenant), enrolments.renewCodes(from, tenant, login, password), "codes_lead");
            case "remove" -> {
                enrolments.remove(from, tenant, login, password);
                yield AccountPages.message(pages.of(tenant), 200, "factor_removed");
            }
            default -> throw new FailureException(Failure.of(Failure.Kind.MALFORMED, "there is no such step"));
        };
    }

    /** The code stands in a field of its own here. */
    private Source from(AccountForm form) {
        var source = exchange.source();
        var code = form.get("code").replace(" ", "");
        return new Source(source.address(), code.isEmpty() ? null : code, source.via(), source.requestId());
    }

    private Response begun(EnrolmentService.Begun begun, UUID tenant) {
        var picture =
                Base64.getEncoder().encodeToString(begun.enrolment().picture().getBytes(UTF_8));
        return pages.of(tenant)
                .say("title", "enrolment_title")
                .with("picture", "data:image/svg+xml;base64," + picture)
                .with("secret", begun.enrolment().secret().replaceAll("(.{4})(?=.)", "$1 "))
                .with("token", begun.token())
                .answer(200, "enrolment");
    }

    private static Response codes(AccountPage page, List<String> codes, String lead) {
        return page.say("title", "codes_title")
                .say("lead", lead)
                .with("codes", codes)
                .answer(200, "codes");
    }

    private Response gone() {
        return AccountPages.message(pages.bare(), 410, "gone");
    }

    private AccountPage page(UUID tenant, String login) {
        return pages.of(tenant).say("title", "factor_title").with("login", login);
    }

    private static Response refused(AccountPage page, String key) {
        return page.error(page.language().texts().get(key)).answer(400, "factor");
    }
}
