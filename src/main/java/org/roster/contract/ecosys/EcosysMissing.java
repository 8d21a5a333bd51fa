package org.roster.contract.ecosys;

/** The answers to a body that is not JSON, and to one that lacks what is required; that of users is published. */
public final class EcosysMissing {

    public static final String USER = "Invalid JSON or missing required fields: username, password, email.";

    public static final String REGISTRATION =
            "Invalid JSON or missing required fields: client_id, username, password, email.";

    public static final String CLIENT =
            "Invalid JSON or missing required fields: client_name, redirect_uri, grant_types, is_confidential.";

    public static final String GROUP = "Invalid JSON or missing required fields: name.";

    public static final String API_KEY = "Invalid JSON or missing required fields: name.";

    private EcosysMissing() {}
}
