package org.roster.it.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.roster.it.Credentials;
import org.roster.it.Deployed;
import org.roster.it.urac.UracTenant;

/** What the exchanges of each contract need from outside, made as an administrator of a fresh Roster would make it. */
final class KitVariables extends Deployed {

    private KitVariables() {}

    static Map<String, String> of(String contract) {
        return switch (contract) {
            case "amani" -> amani();
            case "authservice" -> authservice();
            case "econtext" -> econtext();
            case "ecosys" -> ecosys();
            case "urac" -> urac();
            default -> Map.of();
        };
    }

    private static Map<String, String> amani() {
        return Map.of("username", "admin", "password", Credentials.ADMIN_PASSWORD);
    }

    private static Map<String, String> authservice() {
        // Another test may have left the user of the published example.
        http().delete("/etc-backend/api/users/john.doe@example.com")
                .bearer(token())
                .send();
        return Map.of(
                "email", Credentials.ADMIN_EMAIL,
                "password", Credentials.ADMIN_PASSWORD,
                "readToken", token("READ_PRIVILEGES"));
    }

    private static Map<String, String> econtext() {
        return Map.of("admin", Credentials.ADMIN_EMAIL, "password", Credentials.ADMIN_PASSWORD);
    }

    private static Map<String, String> ecosys() {
        var portal = create("/v1/applications", Map.of("name", unique("portal"), "selfRegistration", true));
        return Map.of(
                "clientId", Credentials.CLIENT_ID,
                "clientSecret", Credentials.CLIENT_SECRET,
                "username", "admin",
                "password", Credentials.ADMIN_PASSWORD,
                "registrationClientId", portal.get("clientId").asText());
    }

    private static Map<String, String> urac() {
        var tenant = UracTenant.published();
        return Map.of(
                "key", tenant.key(),
                "weakKey", tenant.keyFor(List.of("users:read")),
                "tId", tenant.id(),
                "tCode", "DBTN");
    }

    /** What {@code /v1} has made of a body. */
    static JsonNode create(String path, Map<String, ?> body) {
        var answer = http().post(path).bearer(token()).json(body).send();
        if (answer.status() != 201) {
            throw new IllegalStateException("Not made: " + answer);
        }
        return answer.json();
    }

    /** The value of an Authorization header. */
    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }
}
