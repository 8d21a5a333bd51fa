package org.roster.contract.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.roster.http.Contract;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.refusal.Reason;

/** The pages for people. Whatever fails is a page too. */
@ApplicationScoped
public class AccountContract implements Contract {

    static final String NAME = "account";

    /** Null where nobody reads: the published document asks for the statuses. */
    @Inject
    @Nullable
    AccountPages pages;

    @Inject
    @Nullable
    Exchange exchange;

    /** What a page says of a failure: its status, and the key of its words. */
    private record Words(int status, String key) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String base() {
        return "/account";
    }

    @Override
    public Response render(Failure failure) {
        var words = words(failure);
        var response = pages == null
                ? Response.status(words.status()).type(MediaType.TEXT_HTML_TYPE)
                : Response.fromResponse(page(pages.bare(), failure, words));
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        if (words.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // RFC 9110 section 11.6.1
        }
        return response.build();
    }

    private Response page(AccountPage page, Failure failure, Words words) {
        if (exchange != null && words.status() >= 500) {
            page.with("requestId", exchange.requestId());
        }
        page.say("title", words.key() + "_title");
        if (failure.retryAfter() > 0
                && page.language().texts().find(words.key() + "_lead_for").isPresent()) {
            page.say("lead", words.key() + "_lead_for", "wait", page.language().wait(failure.retryAfter()));
        } else {
            page.say("lead", words.key() + "_lead");
        }
        return page.answer(words.status(), "message");
    }

    private static Words words(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> failure.reason() == null ? refused(400) : words(failure.reason());
            // The server itself may refuse a credential that somebody sends here for no reason.
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> refused(401);
            case SCOPE_MISSING -> refused(403);
            case MALFORMED, INVALID -> new Words(400, "problem_request");
            case NOT_FOUND -> new Words(404, "problem_not_found");
            case METHOD_NOT_ALLOWED -> new Words(405, "problem_method");
            case NOT_ACCEPTABLE -> new Words(406, "problem_method");
            case UNSUPPORTED_MEDIA_TYPE -> new Words(415, "problem_method");
            case KEY_IN_USE -> refused(409);
            case KEY_REUSED -> refused(422);
            case TOO_LARGE -> new Words(413, "problem_large");
            case URI_TOO_LONG -> new Words(414, "problem_large");
            case HEADERS_TOO_LARGE -> new Words(431, "problem_large");
            case TOO_SLOW -> new Words(408, "problem_slow");
            case RATE_LIMITED -> new Words(429, "problem_limited");
            case OVERLOADED -> new Words(503, "problem_busy");
            case UNEXPECTED -> new Words(500, "problem_fault");
        };
    }

    /** What a person's own page can meet has words of its own; the rest cannot happen here, and is answered all the same. */
    private static Words words(Reason reason) {
        return switch (reason) {
            case ONE_TIME_TOKEN_INVALID -> new Words(410, "gone");
            case EMAIL_TAKEN, USERNAME_TAKEN -> new Words(409, "email_taken");
            case RATE_LIMITED -> new Words(429, "problem_limited");
            case OVERLOADED, UNAVAILABLE -> new Words(503, "problem_busy");
            case TENANT_UNKNOWN,
                    TENANT_FOREIGN,
                    TENANT_CODE_TAKEN,
                    TENANT_IN_USE,
                    USER_UNKNOWN,
                    GROUP_UNKNOWN,
                    GROUP_CODE_TAKEN,
                    APPLICATION_UNKNOWN,
                    APPLICATION_IN_USE,
                    APPLICATION_NAME_TAKEN,
                    CLIENT_ID_TAKEN,
                    API_KEY_UNKNOWN,
                    ID_TAKEN,
                    PERMISSION_UNKNOWN,
                    PERMISSION_NAME_TAKEN,
                    PERMISSION_IN_USE,
                    GUEST_ALREADY,
                    GUEST_UNKNOWN,
                    PIN_TAKEN,
                    VALUE_INVALID,
                    PASSWORD_TOO_WEAK,
                    PASSWORD_WRONG,
                    RIGHTS_EXCEEDED,
                    VERSION_STALE,
                    CURSOR_INVALID -> refused(400);
        };
    }

    private static Words refused(int status) {
        return new Words(status, "problem_refused");
    }
}
