package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** {@code dry_run=true}: what would happen is told, and nothing of it happens. */
class DryRunIT extends RosterApi {

    private static final String DRY = "?dry_run=true";

    @Test
    void aCreateThatIsOnlyTriedLeavesNothing() {
        var name = unique("dry");
        var body = Map.of("username", name, "email", name + "@example.com", "password", PASSWORD);
        var dry = http().post("/v1/users" + DRY).bearer(token()).json(body).send();

        assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
        assertThat(dry.headers().firstValue("Location")).isEmpty();
        var told = dry.json();
        assertThat(told.get("dryRun").asBoolean()).isTrue();
        assertThat(told.get("status").asInt()).isEqualTo(201);
        assertThat(told.at("/body/username").asText()).isEqualTo(name);
        assertThat(told.at("/headers/Location").asText()).contains("/v1/users/");
        assertThat(told.at("/events/0/type").asText()).isEqualTo("user.created");
        assertThat(told.at("/events/0/after/username").asText()).isEqualTo(name);
        assertThat(told.get("mails")).isEmpty();
        assertThat(told.get("webhookDeliveries")).isEmpty();

        assertThat(get("/v1/users?username=" + name).json().get("items")).isEmpty();
        assertThat(get("/v1/events?subject=" + told.at("/body/id").asText())
                        .json()
                        .get("items"))
                .isEmpty();
        var real = http().post("/v1/users").bearer(token()).json(body).send();
        assertThat(real.status()).as(real.toString()).isEqualTo(201);
    }

    @Test
    void aChangeAndARemovalThatAreOnlyTriedLeaveTheUserAsItIs() {
        var name = unique("stays");
        var made = made("/v1/users", Map.of("username", name, "password", PASSWORD));
        var path = "/v1/users/" + made.get("id").asText();

        var change = patch(path + DRY, "{\"status\": \"INACTIVE\", \"displayName\": \"Another\"}");
        assertThat(change.status()).as(change.toString()).isEqualTo(200);
        assertThat(change.json().at("/body/status").asText()).isEqualTo("INACTIVE");
        assertThat(change.json().at("/events/0/type").asText()).isEqualTo("user.updated");

        var removal = delete(path + DRY);
        assertThat(removal.status()).as(removal.toString()).isEqualTo(200);
        assertThat(removal.json().get("status").asInt()).isEqualTo(204);
        assertThat(removal.json().get("body").isNull()).isTrue();
        assertThat(removal.json().findValuesAsText("type")).contains("user.deleted");

        var after = get(path);
        assertThat(after.json()).isEqualTo(made);
        assertThat(http().get("/v1/me").basic(name, PASSWORD).send().status()).isEqualTo(200);
        assertThat(members(get("/v1/events?subject=" + made.get("id").asText()).json(), "type"))
                .containsExactly("user.created", "user.logged_in");
    }

    @Test
    void aMailThatWouldGoOutIsNamedAndDoesNot() {
        var name = unique("mailed");
        var id = madeId("/v1/users", Map.of("username", name, "email", name + "@example.com", "password", PASSWORD));
        var dry = http().post("/v1/users/" + id + "/password-reset" + DRY)
                .bearer(token())
                .send();
        assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
        assertThat(dry.json().get("status").asInt()).isEqualTo(202);
        assertThat(dry.json().get("mails")).hasSize(1);
        assertThat(dry.json().at("/mails/0/to").asText()).isEqualTo(name + "@example.com");
        assertThat(dry.json().at("/mails/0/kind").asText()).isEqualTo("PASSWORD_RESET");
        assertThat(dry.json().at("/mails/0/locale").asText()).isEqualTo("en");
        assertThat(dry.json().at("/mails/0/subject").asText()).isNotBlank();
        assertThat(get("/v1/mails/" + dry.json().at("/body/mail").asText()).status())
                .isEqualTo(404);
        assertThat(get("/v1/events?subject=" + id).json().get("items")).hasSize(1);
    }

    @Test
    void aRefusalIsAnsweredAsForReal() {
        var name = unique("taken");
        madeId("/v1/users", Map.of("username", name));
        var real = post("/v1/users", "{\"username\": \"" + name + "\"}");
        var dry = post("/v1/users" + DRY, "{\"username\": \"" + name + "\"}");
        same(dry, real, 409);
        same(patch("/v1/users/" + UNKNOWN + DRY, "{}"), patch("/v1/users/" + UNKNOWN, "{}"), 404);
        same(post("/v1/users" + DRY, "{\"surprise\": 1}"), post("/v1/users", "{\"surprise\": 1}"), 400);
        var weak = http().post("/v1/users" + DRY)
                .bearer(token("users:read"))
                .json(Map.of("username", name))
                .send();
        assertThat(weak.status()).isEqualTo(403);
    }

    @Test
    void secretsThatWouldBeDrawnAreNull() {
        var key = post("/v1/api-keys" + DRY, "{\"name\": \"dry\", \"scopes\": [\"users:read\"]}");
        assertThat(key.json().at("/body/hint").isTextual()).as(key.toString()).isTrue();
        assertThat(key.json().at("/body/secret").isNull()).isTrue();
        assertThat(key.json().at("/body/key").isNull()).isTrue();
        var application = post("/v1/applications" + DRY, "{\"name\": \"" + unique("dry") + "\"}");
        assertThat(application.json().at("/body/clientId").isTextual())
                .as(application.toString())
                .isTrue();
        assertThat(application.json().at("/body/clientSecret").isNull()).isTrue();
    }

    @Test
    void withAKeyTheDryRunWinsAndTheKeyIsStillNew() {
        var key = unique("key");
        var body = Map.of("username", unique("both"));
        assertThat(keyed("/v1/users" + DRY, key, body).status()).isEqualTo(200);
        var real = keyed("/v1/users", key, body);
        assertThat(real.status()).as(real.toString()).isEqualTo(201);
        assertThat(real.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void rightsThatWereOnlyTriedCountForNobody() {
        var name = unique("rights");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));
        var group = madeId(
                "/v1/groups",
                Map.of("name", unique("readers"), "code", unique("r"), "permissions", List.of("users:read")));
        var dry = http().put("/v1/groups/" + group + "/members/" + id + DRY)
                .bearer(token())
                .send();
        assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
        assertThat(http().get("/v1/users").basic(name, PASSWORD).send().status())
                .isEqualTo(403);
        assertThat(put("/v1/groups/" + group + "/members/" + id).status()).isEqualTo(204);
        assertThat(delete("/v1/groups/" + group + DRY).status()).isEqualTo(200);
        assertThat(http().get("/v1/users").basic(name, PASSWORD).send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "", "TRUE", "true&dry_run=true"})
    void anotherValueIsRefused(String value) {
        var answer = post("/v1/users?dry_run=" + value, "{\"username\": \"" + unique("v") + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void anEncodedNameIsTheSameParameter() {
        var name = unique("encoded");
        var dry = post("/v1/users?%64ry%5Frun=true", "{\"username\": \"" + name + "\"}");
        assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
        assertThat(get("/v1/users?username=" + name).json().get("items")).isEmpty();
    }

    @Test
    void falseIsForReal() {
        var answer = post("/v1/users?dry_run=false", "{\"username\": \"" + unique("real") + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(get("/v1/users?dry_run=true").json().has("items")).isTrue();
    }

    private static Answer keyed(String path, String key, Map<String, ?> body) {
        return http().post(path)
                .bearer(token())
                .header("Idempotency-Key", key)
                .json(body)
                .send();
    }

    private static void same(Answer dry, Answer real, int status) {
        assertThat(real.status()).isEqualTo(status);
        assertThat(dry.status()).as(dry.toString()).isEqualTo(status);
        assertThat(dry.text()).isEqualTo(real.text());
    }
}
