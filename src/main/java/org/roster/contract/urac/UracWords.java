package org.roster.contract.urac;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;

/**
 * A failure in the words of the contract.
 *
 * @param error what decides the HTTP status
 * @param details what is said
 */
record UracWords(UracError error, List<UracErrorDetail> details) {

    private static final String TOO_MANY = "Too many tries. Please try again later.";

    static UracWords of(Failure failure, UracEdition edition) {
        return switch (failure.kind()) {
            case REFUSED -> refused(failure, edition);
            case INVALID -> invalid(failure);
            case CREDENTIAL_MISSING -> of(ofToken(failure) ? UracError.TOKEN_MISSING : UracError.KEY_MISSING);
            case CREDENTIAL_INVALID, CREDENTIAL_REVOKED -> of(bad(failure));
            case SECOND_STEP_MISSING -> of(UracError.PIN_LOGIN_NEEDED);
            case SCOPE_MISSING -> of(UracError.API_FORBIDDEN);
            case NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE -> of(UracError.API_UNKNOWN);
            case MALFORMED, UNSUPPORTED_MEDIA_TYPE, TOO_LARGE -> field("body", failure.detail());
            case KEY_IN_USE, KEY_REUSED, HEADERS_TOO_LARGE, TOO_SLOW ->
                new UracWords(UracError.REQUEST_PROBLEM, List.of(UracError.REQUEST_PROBLEM.detail(failure.detail())));
            case URI_TOO_LONG -> field("query", failure.detail());
            case OVERLOADED -> of(UracError.UNREACHABLE);
            case RATE_LIMITED -> new UracWords(UracError.UNREACHABLE, List.of(UracError.UNREACHABLE.detail(TOO_MANY)));
            case UNEXPECTED -> of(UracError.BLEW_UP);
        };
    }

    /** The text of a field that does not validate, as the input mask words it. */
    static String invalid(String field, String fault) {
        return "Validation failed for field: " + field + " -> The parameter '" + field + "' failed due to: " + fault;
    }

    private static UracWords refused(Failure failure, UracEdition edition) {
        if (failure.reason() != null) {
            return UracReasons.of(failure, edition);
        }
        var error = named(failure.subject());
        return new UracWords(error, List.of(error.detail(failure.detail())));
    }

    /** What the input mask found carries its number as the field; anything else is a field that does not validate. */
    private static UracWords invalid(Failure failure) {
        var details = failure.violations().stream()
                .map(one -> switch (one.field()) {
                    case "172" -> UracError.FIELD_MISSING.detail(one.message());
                    case "173" -> UracError.FIELD_INVALID.detail(one.message());
                    default -> UracError.FIELD_INVALID.detail(invalid(one.field(), "instance " + one.message()));
                })
                .toList();
        return new UracWords(UracError.FIELD_INVALID, details);
    }

    static UracWords of(UracError error) {
        return new UracWords(error, List.of(error.detail()));
    }

    static UracWords field(String name, String fault) {
        var said = UracError.FIELD_INVALID.detail(invalid(name, fault));
        return new UracWords(UracError.FIELD_INVALID, List.of(said));
    }

    private static boolean ofToken(Failure failure) {
        return "token".equals(failure.subject());
    }

    /** Which of the two credentials is not good. An unknown key and one that is over are one answer. */
    private static UracError bad(Failure failure) {
        if (ofToken(failure)) {
            return UracError.TOKEN_INVALID;
        }
        return "header".equals(failure.subject()) ? UracError.TOKEN_MALFORMED : UracError.KEY_UNKNOWN;
    }

    private static UracError named(@Nullable String name) {
        return name == null ? UracError.REQUEST_PROBLEM : UracError.valueOf(name);
    }
}
