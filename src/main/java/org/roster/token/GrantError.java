package org.roster.token;

/** Why a token is not given, in the words of RFC 6749 section 5.2. */
public enum GrantError {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_GRANT_TYPE,
    INVALID_SCOPE
}
