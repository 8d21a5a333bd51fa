package org.roster.contract.ecosys;

import org.jspecify.annotations.Nullable;

/** The endpoints that have words of their own for a body that cannot be read. */
enum EcosysEndpoint {
    TOKEN(""),
    ADD_USER(EcosysMissing.USER),
    /** Says only that it was a bad request, without a body. */
    CHANGE_USER(""),
    REGISTER(EcosysMissing.REGISTRATION),
    ADD_CLIENT(EcosysMissing.CLIENT),
    ADD_GROUP(EcosysMissing.GROUP),
    ADD_API_KEY(EcosysMissing.API_KEY),
    OTHER("");

    private static final String API = "/etc-backend/api/";

    private final String missing;

    EcosysEndpoint(String missing) {
        this.missing = missing;
    }

    static EcosysEndpoint of(String method, String path) {
        if (path.equals("/etc-backend/token")) {
            return TOKEN;
        }
        if (!path.startsWith(API)) {
            return OTHER;
        }
        var below = path.substring(API.length());
        if (method.equals("PATCH") && below.matches("users/[^/]+")) {
            return CHANGE_USER;
        }
        if (!method.equals("POST")) {
            return OTHER;
        }
        return switch (below) {
            case "users" -> ADD_USER;
            case "register" -> REGISTER;
            case "clients" -> ADD_CLIENT;
            case "groups" -> ADD_GROUP;
            default -> below.matches("users/[^/]+/apikeys") ? ADD_API_KEY : OTHER;
        };
    }

    /** What it says when something required is missing; empty where it has no words for that. */
    String missing() {
        return missing;
    }

    /** What it says of a body that cannot be read; null where it says nothing. */
    @Nullable
    String malformed(String detail) {
        return switch (this) {
            case CHANGE_USER -> null;
            case TOKEN, OTHER -> EcosysReasons.sentence(detail);
            case ADD_USER, REGISTER, ADD_CLIENT, ADD_GROUP, ADD_API_KEY -> missing;
        };
    }

    /** What it says of a fault of the server. */
    String fault() {
        return switch (this) {
            case ADD_USER, REGISTER -> "Could not create user due to a database error.";
            case TOKEN, CHANGE_USER, ADD_CLIENT, ADD_GROUP, ADD_API_KEY, OTHER ->
                "The server could not do this; the fault was logged.";
        };
    }
}
