package org.roster.it.econtext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.system.Ids;

/** API keys of users. */
class EcontextApiKeysIT extends EcontextApi {

    private String user;
    private String path;

    @BeforeEach
    void makeAUser() {
        user = id(newUser(id(newApplication())));
        path = USER + "/" + user + "/apikey";
    }

    @Test
    void aKeyIsShownWithItsSecretOnce() {
        var made =
                result(post(path, Map.of("name", "Test API Key", "description", "An API Key for testing")), "apikey");

        var secret = made.get("secret").asText();
        assertThat(id(made)).matches("[0-9A-Z]{25}");
        assertThat(new String(Base64.getDecoder().decode(secret), UTF_8))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(made).isEqualTo(json("""
                {
                  "id": "%1$s",
                  "name": "Test API Key",
                  "description": "An API Key for testing",
                  "status": "ENABLED",
                  "href": "%2$s/api/users/user/%3$s/apikey/%1$s",
                  "secret": "%4$s"
                }""".formatted(id(made), base(), user, secret)));
        var shown = made.deepCopy();
        ((ObjectNode) shown).remove("secret");
        assertThat(result(get(path + "/" + id(made)), "apikey")).isEqualTo(shown);
        assertThat(result(get(path), "apikeys")).containsExactly(shown);
        assertThat(result(get(USER + "/" + user), "user").get("apikeys")).containsExactly(shown);
    }

    @Test
    void anIdAndASecretOfTheirOwnAreKept() {
        var id = Ids.shortForm(UUID.randomUUID()); // as the original makes them
        var secret = "ODBkZjZiNzYtMzU1Ny00MDgxLWFiMDYtMWE1OGU5OTIxZGQ0";

        var made = result(post(path, Map.of("id", id, "secret", secret)), "apikey");

        assertThat(id(made)).isEqualTo(id);
        assertThat(made.get("secret").asText()).isEqualTo(secret);
        assertForbidden(new Credential(id, secret).send("GET", "/api/groups", null)); // good, but without rights
        assertInvalid(post(path, Map.of("id", id)), "id", "An ApiKey with that id already exists");
    }

    @Test
    void anIdOrASecretThatIsNoneIsRefused() {
        assertInvalid(
                post(path, Map.of("secret", "x".repeat(31))), "secret", "Secret must be at least 32 characters long");
        for (var id : List.of("x", "44A62GBSEB4F3S08VFLWI0YC-", "ZZZZZZZZZZZZZZZZZZZZZZZZZ")) {
            assertInvalid(
                    post(path, Map.of("id", id)),
                    "id",
                    "Expecting 25 characters of 0-9A-Z that spell a number of at most 128 bits");
        }
    }

    @Test
    void anIdThatNoDatabaseOfRosterKeepsIsRefusedByAll() {
        var id = Ids.shortForm(UUID.fromString("04a386a4-6129-823d-3437-0af63fffffff"));

        assertInvalid(
                post(path, Map.of("id", id)),
                "id",
                "Cannot be kept: the ninth octet of a UUID of version 8 or above must be 81 to ff");
    }

    @Test
    void aChangeTouchesOnlyWhatIsGivenAndShowsNoSecret() {
        var key = path + "/" + id(result(post(path, Map.of("name", "k", "description", "d")), "apikey"));

        var changed = result(put(key, Map.of("status", "DISABLED")), "apikey");

        assertThat(changed.has("secret")).isFalse();
        assertThat(changed.get("status").asText()).isEqualTo("DISABLED");
        assertThat(changed.get("name").asText()).isEqualTo("k");
        assertThat(result(put(key, "{\"description\": null, \"name\": \"other\"}"), "apikey")
                        .get("description")
                        .isNull())
                .isTrue();
        assertInvalid(put(key, Map.of("status", "UNVERIFIED")), "status", "Expecting one of [ENABLED, DISABLED]");
    }

    @Test
    void aKeyMustBeDisabledBeforeItIsDeleted() {
        var key = path + "/" + id(result(post(path, "{}"), "apikey"));

        assertConflict(delete(key), "ApiKey must be disabled before deletion is possible");
        result(put(key, Map.of("status", "DISABLED")));
        assertDeleted(delete(key));
        assertInvalid(delete(key), "apikeyid", "ApiKey not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0000000000000000000000001", "44A62GBSEB4F3S08VFLWI0YCY"})
    void anUnknownKeyAnswers400(String id) {
        assertInvalid(get(path + "/" + id), "apikeyid", "ApiKey not found");
        assertInvalid(put(path + "/" + id, "{}"), "apikeyid", "ApiKey not found");
        assertInvalid(delete(path + "/" + id), "apikeyid", "ApiKey not found");
    }

    @Test
    void aKeyOfSomebodyElseIsNotFound() {
        var key = id(result(post(path, "{}"), "apikey"));
        var other = USER + "/" + id(newUser()) + "/apikey/" + key;

        assertInvalid(get(other), "apikeyid", "ApiKey not found");
        assertInvalid(put(other, "{}"), "apikeyid", "ApiKey not found");
        assertInvalid(delete(other), "apikeyid", "ApiKey not found");
        assertInvalid(post(USER + "/" + UNKNOWN + "/apikey", "{}"), "userid", "User not found");
        assertInvalid(get(USER + "/" + UNKNOWN + "/apikey"), "userid", "User not found");
    }

    @Test
    void aKeyMayDoWhatItsOwnerMay() {
        var group = id(v1("/v1/groups", Map.of("name", unique("Readers"), "permissions", List.of("groups:read"))));
        result(post(USER + "/" + user + "/group/" + group, null));
        var made = result(post(path, "{}"), "apikey");
        var key = new Credential(id(made), made.get("secret").asText());

        result(key.send("GET", "/api/groups", null));
        assertForbidden(key.send("GET", "/api/users", null));
        assertDeleted(delete(USER + "/" + user + "/group/" + group));
        assertForbidden(key.send("GET", "/api/groups", null));
        result(put(path + "/" + id(made), Map.of("status", "DISABLED")));
        assertUnauthorized(key.send("GET", "/api/groups", null));
    }
}
