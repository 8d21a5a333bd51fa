package org.roster.contract.urac;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.refusal.Reason;

/** The directory's reasons in the numbers of the two editions. */
public final class UracReasons {

    private static final String RIGHTS = "You do not hold the rights that this would give or touch.";

    private UracReasons() {}

    static UracWords of(Failure failure, UracEdition edition) {
        var reason = failure.reason();
        if (reason == null) {
            return UracWords.of(UracError.REQUEST_PROBLEM);
        }
        if (reason == Reason.VALUE_INVALID) {
            return value(failure);
        }
        if (reason == Reason.RIGHTS_EXCEEDED) {
            return new UracWords(UracError.API_FORBIDDEN, List.of(UracError.API_FORBIDDEN.detail(RIGHTS)));
        }
        return UracWords.of(edition == UracEdition.OLD ? old(reason) : newer(reason));
    }

    /** The error of the newer edition for a reason. */
    public static UracError ofNew(Reason reason) {
        return newer(reason);
    }

    private static UracError old(Reason reason) {
        return switch (reason) {
            case USERNAME_TAKEN, EMAIL_TAKEN -> UracError.USER_EXISTS;
            case USER_UNKNOWN -> UracError.USER_UNKNOWN;
            case GROUP_UNKNOWN -> UracError.GROUP_UNKNOWN;
            case GROUP_CODE_TAKEN -> UracError.GROUP_CODE_TAKEN;
            case TENANT_UNKNOWN, TENANT_FOREIGN -> UracError.TENANT_INVALID;
            case PASSWORD_TOO_WEAK -> UracError.PASSWORD_PROBLEM;
            case ONE_TIME_TOKEN_INVALID -> UracError.TOKEN_OVER;
            case APPLICATION_UNKNOWN, API_KEY_UNKNOWN -> UracError.RECORD_UNKNOWN;
            case VERSION_STALE, OVERLOADED, UNAVAILABLE -> UracError.DATABASE;
            case GUEST_ALREADY -> UracError.INVITED_ALREADY;
            case GUEST_UNKNOWN -> UracError.NOT_INVITED;
            case PASSWORD_WRONG -> UracError.OLD_PASSWORD_WRONG;
            case VALUE_INVALID,
                    ID_TAKEN,
                    PERMISSION_UNKNOWN,
                    PERMISSION_NAME_TAKEN,
                    PERMISSION_IN_USE,
                    PIN_TAKEN,
                    RATE_LIMITED,
                    RIGHTS_EXCEEDED,
                    TENANT_CODE_TAKEN,
                    TENANT_IN_USE,
                    APPLICATION_IN_USE,
                    APPLICATION_NAME_TAKEN,
                    CLIENT_ID_TAKEN,
                    CURSOR_INVALID -> UracError.REQUEST_PROBLEM;
        };
    }

    private static UracError newer(Reason reason) {
        return switch (reason) {
            case USERNAME_TAKEN -> UracError.NEW_USER_EXISTS;
            case EMAIL_TAKEN -> UracError.NEW_EMAIL_EXISTS;
            case USER_UNKNOWN -> UracError.NEW_USER_UNKNOWN;
            case GROUP_UNKNOWN -> UracError.NEW_GROUP_UNKNOWN;
            case ONE_TIME_TOKEN_INVALID -> UracError.NEW_TOKEN_UNKNOWN;
            case GUEST_ALREADY -> UracError.NEW_INVITED_ALREADY;
            case PASSWORD_WRONG -> UracError.NEW_PASSWORD_WRONG;
            case PIN_TAKEN -> UracError.NEW_PIN_IMPOSSIBLE;
            case GUEST_UNKNOWN -> UracError.NEW_USER_UNKNOWN;
            case ID_TAKEN,
                    PERMISSION_UNKNOWN,
                    PERMISSION_NAME_TAKEN,
                    PERMISSION_IN_USE,
                    RATE_LIMITED,
                    GROUP_CODE_TAKEN,
                    TENANT_UNKNOWN,
                    TENANT_FOREIGN,
                    PASSWORD_TOO_WEAK,
                    APPLICATION_UNKNOWN,
                    API_KEY_UNKNOWN,
                    VERSION_STALE,
                    OVERLOADED,
                    UNAVAILABLE,
                    VALUE_INVALID,
                    RIGHTS_EXCEEDED,
                    TENANT_CODE_TAKEN,
                    TENANT_IN_USE,
                    APPLICATION_IN_USE,
                    APPLICATION_NAME_TAKEN,
                    CLIENT_ID_TAKEN,
                    CURSOR_INVALID -> old(reason);
        };
    }

    /** A value that the directory does not take is worded as the input mask would have. */
    private static UracWords value(Failure failure) {
        var field = wire(failure.subject());
        return UracWords.field(
                field,
                "instance " + (field.equals("email") ? "does not conform to the \"email\" format" : failure.detail()));
    }

    private static String wire(@Nullable String field) {
        return field == null
                ? "body"
                : switch (field) {
                    case "givenName" -> "firstName";
                    case "familyName" -> "lastName";
                    case "locale" -> "ln";
                    default -> field;
                };
    }
}
