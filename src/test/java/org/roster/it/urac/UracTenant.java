package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roster.it.Deployed;
import org.roster.it.Http;

/** A tenant as the contract's clients name it, with a key that may do everything in it but reach beyond. */
public final class UracTenant extends Deployed {

    /** The rights of somebody who runs one tenant and is no platform caller. */
    static final List<String> ALL = List.of(
            "users:create",
            "users:read",
            "users:update",
            "users:delete",
            "groups:create",
            "groups:read",
            "groups:update",
            "groups:delete");

    private static UracTenant published;

    final String uuid;
    final String id;
    final String code;
    final String key;

    private UracTenant(String uuid, String id, String code) {
        this.uuid = uuid;
        this.id = id;
        this.code = code;
        this.key = keyFor(ALL);
    }

    /** The tenant of the published example. */
    public static synchronized UracTenant published() {
        if (published == null) {
            published = make("DBTN", "5551aca9e179c39b760f7a1a");
        }
        return published;
    }

    static UracTenant fresh() {
        return make(unique("T").replace("-", ""), null);
    }

    public String id() {
        return id;
    }

    public String key() {
        return key;
    }

    /** The query that names it. */
    String claim() {
        return "?tId=" + id + "&tCode=" + code;
    }

    Http.Call get(String path) {
        return http().get(path).header("key", key);
    }

    Http.Call post(String path) {
        return http().post(path).header("key", key);
    }

    Http.Call put(String path) {
        return http().put(path).header("key", key);
    }

    Http.Call delete(String path) {
        return http().delete(path).header("key", key);
    }

    /** A key of the tenant with these rights. */
    public String keyFor(List<String> scopes) {
        return made("/v1/api-keys", Map.of("tenant", uuid, "name", unique("key"), "scopes", scopes))
                .get("key")
                .asText();
    }

    /** A user who was made elsewhere, with a password. */
    JsonNode user(String name) {
        return made(
                "/v1/users",
                Map.of(
                        "tenant",
                        uuid,
                        "username",
                        name,
                        "email",
                        name + "@example.com",
                        "password",
                        "a long enough passphrase"));
    }

    /** A group with these permissions, made elsewhere. */
    JsonNode group(String code, String... permissions) {
        return made("/v1/groups", Map.of("tenant", uuid, "name", code, "code", code, "permissions", permissions));
    }

    private static UracTenant make(String code, String id) {
        var body = new LinkedHashMap<String, Object>(Map.of("code", code, "name", "A tenant of " + code));
        if (id != null) {
            body.put("id", id);
        }
        var tenant = made("/v1/tenants", body);
        return new UracTenant(tenant.get("id").asText(), tenant.get("objectId").asText(), code);
    }

    private static JsonNode made(String path, Map<String, ?> body) {
        var answer = http().post(path).bearer(token()).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }
}
