package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Credentials;

/** The audit trail as {@code /v1/events} shows it. */
class EventsIT extends RosterApi {

    @Test
    void whatIsTakenAwayLeavesATraceToo() {
        var id = madeId("/v1/users", Map.of("username", unique("jane"), "displayName", "Jane"));
        patch("/v1/users/" + id, "{\"accountLocked\": true}");

        assertStatus(patch("/v1/users/" + id, "{\"displayName\": null, \"accountLocked\": false}"), 200);

        var events = get("/v1/events?subject=" + id + "&limit=1000").json().get("items");
        var last = events.get(events.size() - 1);
        assertThat(last.get("type").asText()).isEqualTo("user.updated");
        assertThat(last.get("before")).isEqualTo(json("{\"displayName\": \"Jane\", \"accountLocked\": true}"));
        assertThat(last.get("after")).isEqualTo(json("{\"accountLocked\": false, \"displayName\": null}"));
    }

    @Test
    void anEventSaysWhoDidWhatWhenAndHow() {
        var name = unique("jane");
        var start = Instant.now();
        var made = http().post("/v1/users")
                .bearer(token())
                .header("X-Request-Id", "create-" + name)
                .json(Map.of("username", name, "givenName", "Jane"))
                .send();
        var id = made.json().get("id").asText();

        var events = get("/v1/events?subject=" + id).json();

        assertThat(made.header("X-Request-Id")).isEqualTo("create-" + name);
        assertThat(events.get("items")).hasSize(1);
        var event = (ObjectNode) events.get("items").get(0);
        assertThat(get("/v1/events/" + event.get("id").asText()).json()).isEqualTo(event);
        assertThat(Instant.parse(event.get("at").asText()))
                .isBetween(start.minusSeconds(1), Instant.now().plusSeconds(1));
        event.remove(List.of("id", "at"));
        assertThat(((ObjectNode) event.get("actor")).remove("id").asText()).isNotBlank();
        assertThat(event).isEqualTo(json("""
                {"type": "user.created", "subjectType": "user", "subject": "%s",
                 "actor": {"kind": "CLIENT", "name": "%s"}, "contract": "roster", "requestId": "create-%s",
                 "before": null,
                 "after": {"username": "%3$s", "email": null, "status": "ACTIVE", "givenName": "Jane"}}
                """.formatted(id, Credentials.CLIENT_ID, name)));
    }

    @Test
    void aChangeShowsWhatWasAndWhatIs() {
        var id = madeId("/v1/users", Map.of("username", unique("jane"), "givenName", "Jane", "familyName", "Doe"));
        patch("/v1/users/" + id, "{\"givenName\": \"Janet\", \"familyName\": \"Doe\"}");

        var event = get("/v1/events?type=user.updated&subject=" + id)
                .json()
                .get("items")
                .get(0);

        assertThat(event.get("before")).isEqualTo(json("{\"givenName\": \"Jane\"}"));
        assertThat(event.get("after")).isEqualTo(json("{\"givenName\": \"Janet\"}"));
    }

    @Test
    void aRemovalShowsWhatWas() {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name));
        delete("/v1/users/" + id);

        var event = get("/v1/events?type=user.deleted&subject=" + id)
                .json()
                .get("items")
                .get(0);

        assertThat(event.get("before").get("username").asText()).isEqualTo(name);
        assertThat(event.get("after").isNull()).isTrue();
    }

    @Test
    void aChangeThatWasRefusedLeavesNoEvent() {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name));
        post("/v1/users", "{\"username\": \"" + name + "\"}");
        patch("/v1/users/" + id, "{\"status\": null}");

        assertThat(members(get("/v1/events?subject=" + id).json(), "type")).containsExactly("user.created");
        assertThat(get("/v1/events?order=desc&limit=50").text()).containsOnlyOnce("\"" + name + "\"");
    }

    @Test
    void anApiKeyActsUnderItsOwnId() {
        var key = made("/v1/api-keys", Map.of("name", "k", "scopes", List.of("groups:create")));
        var group = http().post("/v1/groups")
                .header("key", key.get("key").asText())
                .json(Map.of("name", unique("group")))
                .send()
                .json();

        var event = get("/v1/events?subject=" + group.get("id").asText())
                .json()
                .get("items")
                .get(0);

        assertThat(event.get("actor"))
                .isEqualTo(json("""
                {"kind": "API_KEY", "id": "%1$s", "name": "%1$s"}""".formatted(key.get("id").asText())));
        assertThat(members(get("/v1/events?subject=" + key.get("id").asText()).json(), "type"))
                .containsExactly("api_key.created");
    }

    @Test
    void noEventHoldsASecret() {
        var tenant = tenant();
        var application = made("/v1/applications", Map.of("tenant", tenant, "name", "App"));
        var rotated = made("/v1/applications/" + application.get("id").asText() + "/secret?tenant=" + tenant, Map.of());
        var user = made(
                "/v1/users",
                Map.of("tenant", tenant, "username", "jane", "password", PASSWORD, "apiKey", Map.of("name", "k")));
        patch("/v1/users/" + user.get("id").asText() + "?tenant=" + tenant, """
                {"password": "another long passphrase"}""");
        var key = made("/v1/api-keys", Map.of("tenant", tenant, "name", "k"));

        var events = get("/v1/events?limit=1000&tenant=" + tenant);

        assertThat(members(events.json(), "type"))
                .containsExactly(
                        "tenant.created",
                        "application.created",
                        "application.secret_rotated",
                        "user.created",
                        "api_key.created",
                        "user.updated",
                        "api_key.created");
        assertThat(events.text())
                .doesNotContain(PASSWORD)
                .doesNotContain("another long passphrase")
                .doesNotContain("$argon2id")
                .doesNotContain(application.get("clientSecret").asText())
                .doesNotContain(rotated.get("clientSecret").asText())
                .doesNotContain(user.get("apiKey").get("secret").asText())
                .doesNotContain(key.get("secret").asText());
    }

    @Test
    void eventsAreListedFromEitherEnd() {
        var tenant = tenant();
        for (var name : List.of("one", "two", "three")) {
            made("/v1/groups", Map.of("tenant", tenant, "name", name));
        }
        var list = "/v1/events?limit=2&type=group.created&tenant=" + tenant;

        var oldestFirst = walk(list, "subject");

        assertThat(oldestFirst).hasSize(3).doesNotHaveDuplicates();
        assertThat(walk(list + "&order=asc", "subject")).isEqualTo(oldestFirst);
        var newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        assertThat(walk(list + "&order=desc", "subject")).isEqualTo(newestFirst);
    }

    @ParameterizedTest
    @CsvSource({"order=up, order", "subject=x, subject", "limit=x, limit"})
    void aParameterOfTheWrongFormIsRefusedByName(String parameter, String name) {
        var answer = get("/v1/events?" + parameter);

        assertRefused(answer, 400, "value_invalid");
        assertThat(answer.json().get("field").asText()).isEqualTo(name);
    }

    @Test
    void anUnknownEventIsNotFound() {
        assertProblem(get("/v1/events/" + UNKNOWN), 404, "Not Found", "not_found", "there is no such event", "event");
        assertProblem(get("/v1/events/x"), 404, "Not Found", "not_found", "there is no such event", "event");
    }
}
