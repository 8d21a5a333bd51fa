package org.roster.contract.ecosys;

import org.jspecify.annotations.Nullable;

/** The endpoints that have words of their own for a body that cannot be read. */
enum EcosysEndpoint {
    TOKEN(""),
    ADD_USER(EcosysNewUser.MISSING),
    /** Says only that it was a bad request, without a body. */
    CHANGE_USER(""),
    REGISTER(EcosysRegistration.MISSING),
    ADD_CLIENT(EcosysNewClient.MISSING),
    ADD_GROUP(EcosysNewGroup.MISSING),
    ADD_API_KEY(EcosysNewApiKey.MISSING),
    OTHER("Invalid JSON.");

    private static final String API = "/etc-backend/api/";

    private final String malformed;

    EcosysEndpoint(String malformed) {
        this.malformed = malformed;
    }

    static EcosysEndpoint of(@Nullable String method, @Nullable String path) {
        if (path == null) {
            return OTHER;
        }
        if (path.equals("/etc-backend/token")) {
            return TOKEN;
        }
        if (!path.startsWith(API)) {
            return OTHER;
        }
        var below = path.substring(API.length());
        if ("PATCH".equals(method) && below.matches("users/[^/]+")) {
            return CHANGE_USER;
        }
        if (!"POST".equals(method)) {
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

    /** What it says of a body that is not JSON or lacks what it needs; empty where it says nothing. */
    String malformed() {
        return malformed;
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
