package org.roster.contract.ecosys;

import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.refusal.Reason;

/** The directory's reasons in the words and statuses of the contract. */
final class EcosysReasons {

    static final String USER_TAKEN = "A user with that username or email already exists.";

    private EcosysReasons() {}

    static Status status(Reason reason) {
        return switch (reason) {
            case TENANT_UNKNOWN,
                    USER_UNKNOWN,
                    GROUP_UNKNOWN,
                    APPLICATION_UNKNOWN,
                    API_KEY_UNKNOWN,
                    PERMISSION_UNKNOWN,
                    GUEST_UNKNOWN -> Status.NOT_FOUND;
            case TENANT_FOREIGN, RIGHTS_EXCEEDED -> Status.FORBIDDEN;
            case TENANT_CODE_TAKEN,
                    TENANT_IN_USE,
                    USERNAME_TAKEN,
                    EMAIL_TAKEN,
                    GROUP_CODE_TAKEN,
                    APPLICATION_NAME_TAKEN,
                    APPLICATION_IN_USE,
                    CLIENT_ID_TAKEN,
                    ID_TAKEN,
                    PERMISSION_NAME_TAKEN,
                    PERMISSION_IN_USE,
                    GUEST_ALREADY,
                    PIN_TAKEN,
                    VERSION_STALE -> Status.CONFLICT;
            case VALUE_INVALID, PASSWORD_TOO_WEAK, PASSWORD_WRONG, CURSOR_INVALID, ONE_TIME_TOKEN_INVALID ->
                Status.BAD_REQUEST;
            case RATE_LIMITED -> Status.TOO_MANY_REQUESTS;
            case OVERLOADED, UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
        };
    }

    static String message(Failure failure) {
        var reason = failure.reason();
        if (reason == null) {
            return sentence(failure.detail());
        }
        return switch (reason) {
            case USERNAME_TAKEN, EMAIL_TAKEN -> USER_TAKEN;
            case GROUP_CODE_TAKEN -> "A group with that name already exists.";
            case APPLICATION_NAME_TAKEN, CLIENT_ID_TAKEN -> "A client with that name already exists.";
            case TENANT_UNKNOWN -> "Tenant does not exist.";
            case USER_UNKNOWN -> "User does not exist.";
            case GROUP_UNKNOWN -> "Group does not exist.";
            case APPLICATION_UNKNOWN -> "Client does not exist.";
            case API_KEY_UNKNOWN -> "API key does not exist.";
            case VALUE_INVALID, PASSWORD_TOO_WEAK -> wire(failure.subject()) + failure.detail() + '.';
            case TENANT_FOREIGN,
                    TENANT_CODE_TAKEN,
                    TENANT_IN_USE,
                    APPLICATION_IN_USE,
                    ID_TAKEN,
                    PERMISSION_UNKNOWN,
                    PERMISSION_NAME_TAKEN,
                    PERMISSION_IN_USE,
                    GUEST_ALREADY,
                    GUEST_UNKNOWN,
                    PIN_TAKEN,
                    PASSWORD_WRONG,
                    RATE_LIMITED,
                    RIGHTS_EXCEEDED,
                    VERSION_STALE,
                    CURSOR_INVALID,
                    ONE_TIME_TOKEN_INVALID,
                    OVERLOADED,
                    UNAVAILABLE -> sentence(failure.detail());
        };
    }

    /**
     * What is said of broken constraints: that something is missing goes before what else is wrong. The constraints of
     * this contract carry whole sentences as their messages.
     */
    static String invalid(Failure failure, String missing) {
        var messages = failure.violations().stream()
                .map(Failure.Violation::message)
                .distinct()
                .toList();
        if (messages.isEmpty()) {
            return sentence(failure.detail());
        }
        return messages.contains(missing) ? missing : String.join(" ", messages);
    }

    static String sentence(String detail) {
        return detail.isEmpty() ? detail : detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + '.';
    }

    /** The name that a field of the directory has in this contract, and a space. */
    private static String wire(@Nullable String field) {
        if (field == null) {
            return "A value ";
        }
        var name =
                switch (field) {
                    case "givenName" -> "first_name";
                    case "familyName" -> "last_name";
                    case "redirectUris" -> "redirect_uri";
                    case "grantTypes" -> "grant_types";
                    case "scopes" -> "scope";
                    case "code" -> "name";
                    default -> field;
                };
        return name + ' ';
    }
}
