package org.roster.contract.amani;

import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.refusal.Reason;

/** The directory's reasons in the words and statuses of the contract. */
final class AmaniReasons {

    static final String FORBIDDEN = "You do not have permission to perform this action.";
    static final String NOT_FOUND = "Not found.";

    private AmaniReasons() {}

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
            case TENANT_IN_USE, APPLICATION_IN_USE, PERMISSION_IN_USE, GUEST_ALREADY, VERSION_STALE -> Status.CONFLICT;
            case USERNAME_TAKEN,
                    EMAIL_TAKEN,
                    GROUP_CODE_TAKEN,
                    APPLICATION_NAME_TAKEN,
                    CLIENT_ID_TAKEN,
                    TENANT_CODE_TAKEN,
                    PERMISSION_NAME_TAKEN,
                    PIN_TAKEN,
                    ID_TAKEN,
                    VALUE_INVALID,
                    PASSWORD_TOO_WEAK,
                    PASSWORD_WRONG,
                    CURSOR_INVALID,
                    ONE_TIME_TOKEN_INVALID -> Status.BAD_REQUEST;
            case RATE_LIMITED -> Status.TOO_MANY_REQUESTS;
            case OVERLOADED, UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
        };
    }

    static Object refused(Failure failure) {
        var reason = failure.reason();
        if (reason == null) {
            return new AmaniDetail(sentence(failure.detail()));
        }
        return switch (reason) {
            case TENANT_UNKNOWN,
                    USER_UNKNOWN,
                    GROUP_UNKNOWN,
                    APPLICATION_UNKNOWN,
                    API_KEY_UNKNOWN,
                    PERMISSION_UNKNOWN,
                    GUEST_UNKNOWN -> new AmaniDetail(NOT_FOUND);
            case TENANT_FOREIGN, RIGHTS_EXCEEDED -> new AmaniDetail(FORBIDDEN);
            case USERNAME_TAKEN, EMAIL_TAKEN -> taken("user", "email");
            case GROUP_CODE_TAKEN -> taken("group", "name");
            case APPLICATION_NAME_TAKEN -> taken("application", "name");
            case CLIENT_ID_TAKEN -> taken("application", "client_id");
            case TENANT_CODE_TAKEN -> taken("company", "code");
            case PERMISSION_NAME_TAKEN -> taken("permission", "codename");
            case PIN_TAKEN -> taken("user", "pin");
            case ID_TAKEN -> field("id", "This id was used before.");
            case VALUE_INVALID -> field(wire(failure.subject()), "This field " + failure.detail() + '.');
            case PASSWORD_TOO_WEAK -> field("password", "This password " + failure.detail() + '.');
            case PASSWORD_WRONG -> field("password", "Invalid password.");
            case TENANT_IN_USE,
                    APPLICATION_IN_USE,
                    PERMISSION_IN_USE,
                    GUEST_ALREADY,
                    VERSION_STALE,
                    CURSOR_INVALID,
                    ONE_TIME_TOKEN_INVALID,
                    RATE_LIMITED,
                    OVERLOADED,
                    UNAVAILABLE -> new AmaniDetail(sentence(failure.detail()));
        };
    }

    /** What is wrong with each member. */
    static Map<String, List<String>> invalid(Failure failure) {
        var fields = new LinkedHashMap<String, List<String>>();
        failure.violations().forEach(fault -> fields.computeIfAbsent(fault.field(), name -> new ArrayList<>())
                .add(fault.message()));
        return fields.isEmpty() ? field(wire(failure.subject()), sentence(failure.detail())) : fields;
    }

    static String sentence(String detail) {
        return detail.isEmpty() ? detail : detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + '.';
    }

    private static Map<String, List<String>> taken(String thing, String field) {
        return field(field, thing + " with this " + field + " already exists.");
    }

    private static Map<String, List<String>> field(String name, String message) {
        return Map.of(name, List.of(message));
    }

    /** The name that a field of the directory has in this contract. */
    private static String wire(@Nullable String field) {
        if (field == null) {
            return AmaniBody.WHOLE;
        }
        return switch (field) {
            case "username" -> "email";
            case "givenName" -> "first_name";
            case "familyName" -> "last_name";
            case "mfa" -> "mfa";
            case "resetPassword" -> "reset_pw";
            case "resetSecondFactor" -> "reset_2fa";
            case "status" -> "is_active";
            case "scopes" -> "permissions";
            case "code" -> "name";
            case "grantTypes" -> "grant_types";
            case "redirectUris" -> "redirect_uris";
            case "expiresAt" -> "expires_at";
            case "events" -> "enabled_events";
            case "headers" -> "custom_headers";
            default -> field;
        };
    }
}
