package org.roster.refusal;

/** Why the directory refused. The contracts give each reason their own words and status. */
public enum Reason {
    /** The request named a tenant that does not exist. */
    TENANT_UNKNOWN,
    /** The request named a tenant that is not the caller's, and the caller is held to its own. */
    TENANT_FOREIGN,
    /** Another tenant has this code. */
    TENANT_CODE_TAKEN,
    /** The tenant still has users, groups, applications or keys, or it is the default tenant. */
    TENANT_IN_USE,
    /** No such user in the caller's tenant. */
    USER_UNKNOWN,
    /** The user name is another user's user name or e-mail address, compared after folding. */
    USERNAME_TAKEN,
    /** The e-mail address is another user's e-mail address or user name, compared after folding. */
    EMAIL_TAKEN,
    /** No such group in the caller's tenant. */
    GROUP_UNKNOWN,
    /** Another group of the tenant has this code. */
    GROUP_CODE_TAKEN,
    /** No such application in the caller's tenant. */
    APPLICATION_UNKNOWN,
    /** Groups or API keys still belong to the application. */
    APPLICATION_IN_USE,
    /** Another application of the tenant has this name. */
    APPLICATION_NAME_TAKEN,
    /** Another application, of any tenant, has this client identifier. */
    CLIENT_ID_TAKEN,
    /** No such API key in the caller's tenant. */
    API_KEY_UNKNOWN,
    /** Something of the tenant has, or once had, the id that was asked for. */
    ID_TAKEN,
    /** No such permission in the caller's tenant. */
    PERMISSION_UNKNOWN,
    /** Another permission of the tenant has this name. */
    PERMISSION_NAME_TAKEN,
    /** Groups still carry the permission, or Roster itself enforces it. */
    PERMISSION_IN_USE,
    /** The user is a guest of the tenant already, or at home in it. */
    GUEST_ALREADY,
    /** The user is not a guest of the tenant. */
    GUEST_UNKNOWN,
    /** Another user of the tenant has this pin. */
    PIN_TAKEN,
    /** A value has the wrong form; the subject names the field. */
    VALUE_INVALID,
    /** The password breaks the policy; the detail says which rule. */
    PASSWORD_TOO_WEAK,
    /** The present password, which must be given for a change, is not the right one. */
    PASSWORD_WRONG,
    /** The caller would give, take or use rights that it does not hold itself. */
    RIGHTS_EXCEEDED,
    /** The entity was changed since the caller read it. */
    VERSION_STALE,
    /** A page cursor that this directory did not issue for this query. */
    CURSOR_INVALID,
    /** A one-time token that is unknown, expired, used, or meant for another purpose. */
    ONE_TIME_TOKEN_INVALID,
    /** Too many wrong tries; the refusal says after how many seconds the next one is looked at. */
    RATE_LIMITED,
    /** More password hashing is asked for than the machine can do now; nothing was changed. */
    OVERLOADED,
    /** The database does not answer now; the detail says whether something may have been changed. */
    UNAVAILABLE
}
