package org.roster.it;

import java.util.Map;

/** Who may enter every test server: given by environment, so that no test has to read them from a console. */
public final class Credentials {

    public static final String ADMIN_EMAIL = "admin@roster.test";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";
    public static final String CLIENT_ID = "bootstrap-it";
    public static final String CLIENT_SECRET = "bootstrap-it-secret-8f1d0c5e7a9b4d26";
    public static final String SECRETS_KEY = "integration-tests-only-0123456789abcdef0123456789abcdef";

    private Credentials() {}

    static Map<String, String> environment() {
        return Map.of(
                "ROSTER_ADMIN_EMAIL", ADMIN_EMAIL,
                "ROSTER_ADMIN_PASSWORD", ADMIN_PASSWORD,
                "ROSTER_BOOTSTRAP_CLIENT_ID", CLIENT_ID,
                "ROSTER_BOOTSTRAP_CLIENT_SECRET", CLIENT_SECRET);
    }
}
