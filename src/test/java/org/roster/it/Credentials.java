package org.roster.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may enter every test server: given by environment, so that no test has to read them from a console. */
public final class Credentials {

    public static final String ADMIN_EMAIL = "admin@roster.test";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";
    public static final String CLIENT_ID = "bootstrap-it";
    public static final String CLIENT_SECRET = "bootstrap-it-secret-8f1d0c5e7a9b4d26";
    public static final String SECRETS_KEY = "integration-tests-only-0123456789abcdef0123456789abcdef";

    private Credentials() {}

    /** An access token of the bootstrap client, with all of its scopes or with these only. */
    public static String token(Http http, String... scopes) {
        return granted(http, CLIENT_ID, CLIENT_SECRET, scopes)
                .get("access_token")
                .asText();
    }

    /** An access token of any client. */
    public static String tokenOf(Http http, String clientId, String secret) {
        return granted(http, clientId, secret).get("access_token").asText();
    }

    /** What the token endpoint answers to a client that it knows. */
    static JsonNode granted(Http http, String clientId, String secret, String... scopes) {
        var form = new ArrayList<>(List.of("grant_type", "client_credentials"));
        if (scopes.length > 0) {
            form.addAll(List.of("scope", String.join(" ", scopes)));
        }
        var answer = http.post("/oauth2/token")
                .basic(clientId, secret)
                .form(form.toArray(String[]::new))
                .send();
        if (answer.status() != 200) {
            throw new IllegalStateException("No token for " + clientId + ": " + answer);
        }
        return answer.json();
    }

    static Map<String, String> environment() {
        return Map.of(
                "ROSTER_ADMIN_EMAIL", ADMIN_EMAIL,
                "ROSTER_ADMIN_PASSWORD", ADMIN_PASSWORD,
                "ROSTER_BOOTSTRAP_CLIENT_ID", CLIENT_ID,
                "ROSTER_BOOTSTRAP_CLIENT_SECRET", CLIENT_SECRET);
    }
}
