package org.roster.contract.econtext;

import static org.roster.contract.econtext.EcontextWords.conflict;
import static org.roster.contract.econtext.EcontextWords.invalid;
import static org.roster.contract.econtext.EcontextWords.plain;
import static org.roster.contract.econtext.EcontextWords.sentence;

import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.refusal.Reason;

/** The directory's reasons in the words of the contract. */
final class EcontextReasons {

    private static final String USERS = "/econtext/api/users/user";

    private EcontextReasons() {}

    static EcontextWords words(Reason reason, Failure failure, String path) {
        return switch (reason) {
            case USER_UNKNOWN -> invalid("userid", "User not found");
            case GROUP_UNKNOWN -> invalid("groupid", "Group not found");
            case APPLICATION_UNKNOWN -> invalid("appid", "Application not found");
            case API_KEY_UNKNOWN -> invalid("apikeyid", "ApiKey not found");
            case TENANT_UNKNOWN -> invalid("orgid", "Organization not found");
            case EMAIL_TAKEN -> invalid("email", "A user with that email address already exists");
            case USERNAME_TAKEN -> invalid("username", "A user with that username already exists");
            case GROUP_CODE_TAKEN -> invalid("name", "A Group with that name already exists");
            case APPLICATION_NAME_TAKEN, CLIENT_ID_TAKEN ->
                invalid("name", "An application with that name already exists");
            case TENANT_CODE_TAKEN -> invalid("name", "An Organization with that name already exists");
            case ID_TAKEN -> invalid("id", noun(path) + " with that id already exists");
            case PASSWORD_TOO_WEAK -> invalid("password", "Password " + failure.detail());
            case VALUE_INVALID -> value(failure);
            case APPLICATION_IN_USE -> conflict("Groups must be deleted before application deletion is possible");
            case TENANT_IN_USE -> inUse(failure);
            case TENANT_FOREIGN, RIGHTS_EXCEEDED -> plain(Status.FORBIDDEN, sentence(failure.detail()));
            case RATE_LIMITED -> plain(Status.TOO_MANY_REQUESTS, sentence(failure.detail()));
            case OVERLOADED, UNAVAILABLE -> plain(Status.SERVICE_UNAVAILABLE, sentence(failure.detail()));
            case PERMISSION_NAME_TAKEN, PERMISSION_IN_USE, GUEST_ALREADY, PIN_TAKEN, VERSION_STALE ->
                conflict(sentence(failure.detail()));
            case PERMISSION_UNKNOWN, GUEST_UNKNOWN, PASSWORD_WRONG, CURSOR_INVALID, ONE_TIME_TOKEN_INVALID ->
                invalid(name(failure.subject()), sentence(failure.detail()));
        };
    }

    private static EcontextWords value(Failure failure) {
        var name = name(failure.subject());
        return invalid(name, name.equals("email") ? "Invalid email address" : sentence(failure.detail()));
    }

    /** The default tenant cannot be taken out of use; any other cannot be deleted while it is lived in. */
    private static EcontextWords inUse(Failure failure) {
        return conflict(
                "status".equals(failure.subject())
                        ? sentence(failure.detail())
                        : "Users must be deleted or updated before organization deletion is possible");
    }

    private static String noun(String path) {
        if (path.startsWith(USERS)) {
            return path.endsWith("/apikey") ? "An ApiKey" : "A User";
        }
        if (path.startsWith("/econtext/api/groups")) {
            return "A Group";
        }
        return path.startsWith("/econtext/api/applications") ? "An Application" : "An Organization";
    }

    /** The name that a field of the directory has in this contract. */
    private static String name(@Nullable String field) {
        if (field == null) {
            return "body";
        }
        return switch (field) {
            case "displayName", "code" -> "name";
            case "customData", "settings" -> "custom_data";
            default -> field;
        };
    }
}
