package org.roster.contract.urac;

import jakarta.ws.rs.core.Response.Status;
import org.roster.http.Failure;
import org.roster.http.FailureException;

/** The error numbers of SOAJS with the texts that its clients match on. */
public enum UracError {
    // The gateway, and what stands before every service.
    KEY_MISSING(132, Status.UNAUTHORIZED, "A valid key is needed to access any API."),
    UNREACHABLE(
            133, Status.SERVICE_UNAVAILABLE, "The service you are trying to reach is not reachable at this moment."),
    PIN_LOGIN_NEEDED(145, Status.FORBIDDEN, "You need to be logged in with pin to access this System."),
    KEY_UNKNOWN(148, Status.UNAUTHORIZED, "Unable to load the key information"),
    BLEW_UP(150, Status.INTERNAL_SERVER_ERROR, "Something blew up @ service core!"),
    API_UNKNOWN(151, Status.NOT_FOUND, "You are trying to reach an unknown rest service!"),
    API_FORBIDDEN(160, Status.FORBIDDEN, "You do not belong to a group with access to this system API."),
    LOG_IN_NEEDED(161, Status.UNAUTHORIZED, "You need to be logged in to access this API."),
    FIELD_MISSING(172, Status.BAD_REQUEST, "Missing required field"),
    FIELD_INVALID(173, Status.BAD_REQUEST, "Validation failed for field"),
    TOKEN_MISSING(400, Status.UNAUTHORIZED, "The access token was not found"),
    TOKEN_MALFORMED(400, Status.UNAUTHORIZED, "Malformed auth header"),
    TOKEN_INVALID(401, Status.UNAUTHORIZED, "The access token provided is invalid."),
    TOKEN_EXPIRED(401, Status.UNAUTHORIZED, "The access token provided has expired."),

    ONE_TOKEN_ONLY(
            400,
            Status.BAD_REQUEST,
            "Only one method may be used to authenticate at a time (Auth header, GET or POST)."),

    // The numbers of oauth 2.4.10, and what its library says.
    NAME_AND_PASSWORD_NEEDED(400, Status.BAD_REQUEST, "Missing parameters. \"username\" and \"password\" are required"),
    REFRESH_TOKEN_NEEDED(400, Status.BAD_REQUEST, "No \"refresh_token\" parameter"),
    REFRESH_TOKEN_INVALID(400, Status.BAD_REQUEST, "Invalid refresh token"),
    REFRESH_TOKEN_EXPIRED(400, Status.BAD_REQUEST, "Refresh token has expired"),
    LOG_IN_FAILED(401, Status.UNAUTHORIZED, "Unable to log in the user. User not found."),
    CLIENT_TENANT_INVALID(405, Status.FORBIDDEN, "Invalid Tenant id"),
    PIN_NOT_ALLOWED(450, Status.FORBIDDEN, "You do not have privileges to enable pin login"),
    PIN_NOT_AVAILABLE(451, Status.FORBIDDEN, "Pin login is not available for this account"),

    // The numbers of urac 2.4.12.
    DATABASE(400, Status.SERVICE_UNAVAILABLE, "Database connection error"),
    USER_EXISTS(402, Status.CONFLICT, "User account already exists."),
    USER_NOT_FOUND(403, Status.NOT_FOUND, "User Not Found!"),
    USER_UNKNOWN(405, Status.NOT_FOUND, "Unable to find User. Please try again."),
    TOKEN_OVER(406, Status.BAD_REQUEST, "Invalid or token has expired."),
    REQUEST_PROBLEM(407, Status.BAD_REQUEST, "Problem validating Request. Please try again."),
    CONFIRMATION_DIFFERS(408, Status.BAD_REQUEST, "The password and its confirmation do not match"),
    OLD_PASSWORD_WRONG(409, Status.BAD_REQUEST, "Invalid old password provided"),
    USERNAME_TAKEN(410, Status.CONFLICT, "username taken, please choose another username"),
    USER_ID_INVALID(411, Status.BAD_REQUEST, "invalid user id provided"),
    SAME_EMAIL(412, Status.BAD_REQUEST, "You have provided the same existing email address"),
    PASSWORD_PROBLEM(413, Status.BAD_REQUEST, "Problem with the provided password."),
    PROFILE_UNREADABLE(
            413, Status.BAD_REQUEST, "Invalid profile field provided. Profile should be a stringified object."),
    CANNOT_ADD_USER(414, Status.BAD_REQUEST, "Unable to add user."),
    GROUP_UNKNOWN(415, Status.NOT_FOUND, "Unable to find group."),
    CANNOT_ADD_GROUP(416, Status.BAD_REQUEST, "Unable to create Group."),
    GROUP_ID_INVALID(417, Status.BAD_REQUEST, "Invalid group id provided"),
    CANNOT_EDIT_GROUP(418, Status.BAD_REQUEST, "Unable to edit Group."),
    CANNOT_DELETE_GROUP(419, Status.BAD_REQUEST, "Unable to delete Group."),
    GROUP_NAME_TAKEN(420, Status.CONFLICT, "Group name already exists. Choose another"),
    GROUP_CODE_TAKEN(421, Status.CONFLICT, "Group code already exists. Choose another"),
    PENDING_WITH_PASSWORD(
            424,
            Status.BAD_REQUEST,
            "Invalid Request, cannot add a pending user account and provide a password at the same time."),
    RECORD_UNKNOWN(425, Status.NOT_FOUND, "Unable to find record."),
    ID_INVALID(426, Status.BAD_REQUEST, "Invalid id provided"),
    NAME_OR_EMAIL_NEEDED(428, Status.BAD_REQUEST, "A username or an email must be provided."),
    INVITED_ALREADY(429, Status.CONFLICT, "You already invited this user."),
    NOT_INVITED(430, Status.NOT_FOUND, "Tenant not found for this user."),
    TENANT_ID_INVALID(436, Status.BAD_REQUEST, "Invalid tenant Id provided"),
    RECORD_LOCKED(500, Status.FORBIDDEN, "This record in locked. You cannot modify or delete it"),
    TENANT_INVALID(611, Status.NOT_FOUND, "Invalid tenant id provided"),
    LIMIT_EXCEEDED(999, Status.FORBIDDEN, "Limit Exceed, please upgrade your account"),

    // The numbers of urac 4.1.24, some of which say other things than those of 2.4.12.
    NEW_DATA_MISSING(400, Status.BAD_REQUEST, "Business logic required data are missing."),
    NEW_USER_EXISTS(402, Status.CONFLICT, "User Already exists."),
    NEW_GROUP_UNKNOWN(420, Status.NOT_FOUND, "Unable to find group."),
    NEW_USER_UNKNOWN(520, Status.NOT_FOUND, "Unable to find user."),
    NEW_ACCOUNT_EXISTS(521, Status.CONFLICT, "User account already exists."),
    NEW_CONFIRMATION_DIFFERS(522, Status.BAD_REQUEST, "The password and its confirmation do not match."),
    NEW_PASSWORD_WRONG(523, Status.BAD_REQUEST, "The provided current password is not correct."),
    NEW_PIN_IMPOSSIBLE(525, Status.INTERNAL_SERVER_ERROR, "Unable to generate pin at this time."),
    NEW_EMAIL_EXISTS(526, Status.CONFLICT, "Email already exists."),
    NEW_INVITEE_NEEDED(527, Status.BAD_REQUEST, "username or id is required to invite user."),
    NEW_INVITEE_LOCKED(528, Status.FORBIDDEN, "Cannot invite user with locked record."),
    NEW_INVITED_ALREADY(529, Status.CONFLICT, "User has already been invited."),
    NEW_USERS_NEEDED(530, Status.BAD_REQUEST, "Users array is required."),
    NEW_INVITING_FAILED(531, Status.BAD_REQUEST, "Error while trying to invite users."),
    NEW_USER_NEEDED(532, Status.BAD_REQUEST, "user [id | username | email] is required"),
    NEW_NOTHING_TO_CHANGE(533, Status.BAD_REQUEST, "No changes to update"),
    NEW_MAIN_TENANT(534, Status.FORBIDDEN, "Main tenant cannot invite users"),
    NEW_IN_TENANT_ALREADY(536, Status.CONFLICT, "User is already in the tenant tenancy."),
    NEW_INVITATION_FOREIGN(
            537, Status.BAD_REQUEST, "Make sure to use the Email or Phone number related to this invite code."),
    NEW_PHONE_EXISTS(538, Status.CONFLICT, "Phone already exists."),
    NEW_TOKEN_PROBLEM(598, Status.BAD_REQUEST, "Problem with the used token and code."),
    NEW_TOKEN_OVER(599, Status.BAD_REQUEST, "Token has expired."),
    NEW_TOKEN_UNKNOWN(600, Status.NOT_FOUND, "unable to find token."),
    NEW_MODEL_ERROR(602, Status.INTERNAL_SERVER_ERROR, "Model error: ");

    private final int code;
    private final Status status;
    private final String message;

    UracError(int code, Status status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    public int code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** This error, to be thrown. */
    public FailureException refusal() {
        return refusal(message);
    }

    /** This error with a text of its own, to be thrown. */
    public FailureException refusal(String text) {
        return new FailureException(Failure.of(Failure.Kind.REFUSED, name(), text));
    }

    /** What HTTP has for it. */
    Status status() {
        return status;
    }

    /** The status that SOAJS 4 gives it: the gateway's where it has one, else 500. */
    int gatewayStatus() {
        return switch (this) {
            case KEY_MISSING -> 403;
            case UNREACHABLE -> 504;
            case PIN_LOGIN_NEEDED, API_FORBIDDEN, LOG_IN_NEEDED, TOKEN_INVALID, TOKEN_EXPIRED -> 401;
            case API_UNKNOWN,
                    TOKEN_MISSING,
                    TOKEN_MALFORMED,
                    ONE_TOKEN_ONLY,
                    NAME_AND_PASSWORD_NEEDED,
                    REFRESH_TOKEN_NEEDED,
                    REFRESH_TOKEN_INVALID,
                    REFRESH_TOKEN_EXPIRED -> 400;
            default -> 500;
        };
    }

    UracErrorDetail detail() {
        return detail(message);
    }

    UracErrorDetail detail(String text) {
        return new UracErrorDetail(code, text);
    }
}
