package org.roster.it;

import java.util.List;
import java.util.Map;

/**
 * A tenant of its own, whose code is its name, with one client.
 *
 * @param token an access token of the client
 */
public record NewTenant(String id, String token) {

    /**
     * @param maker an access token that may make tenants and applications
     * @param scopes what the client may do
     */
    public static NewTenant of(Http http, String maker, String code, String... scopes) {
        var tenant = made(http, maker, "/v1/tenants", Map.of("code", code, "name", code));
        var id = tenant.json().get("id").asText();
        var client = made(
                        http, maker, "/v1/applications", Map.of("tenant", id, "name", code, "scopes", List.of(scopes)))
                .json();
        return new NewTenant(
                id,
                Credentials.tokenOf(
                        http,
                        client.get("clientId").asText(),
                        client.get("clientSecret").asText()));
    }

    private static Answer made(Http http, String maker, String path, Map<String, ?> body) {
        var answer = http.post(path).bearer(maker).json(body).send();
        if (answer.status() != 201) {
            throw new IllegalStateException(path + ' ' + answer);
        }
        return answer;
    }
}
