package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** How users and groups were, who set what, and taking it back. */
class HistoryIT extends RosterApi {

    @Test
    void aUserIsReadAsItWasAtEveryMomentOfItsLife() {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name, "givenName", "Jane", "customData", Map.of("a", 1)));
        var states = new LinkedHashMap<Instant, JsonNode>();
        states.put(lastEvent(id), get("/v1/users/" + id).json());
        for (var change : List.of(
                "{\"givenName\": \"Janet\", \"familyName\": \"Doe\"}",
                "{\"email\": \"%s@example.com\", \"accountLocked\": true}".formatted(name),
                "{\"familyName\": null, \"customData\": {\"b\": [1, 2]}}",
                "{\"accountLocked\": false, \"status\": \"INACTIVE\", \"password\": \"%s\"}".formatted(PASSWORD),
                "{\"username\": \"%s-2\", \"customData\": null}".formatted(name))) {
            assertStatus(patch("/v1/users/" + id, change), 200);
            states.put(lastEvent(id), get("/v1/users/" + id).json());
        }
        assertStatus(delete("/v1/users/" + id), 204);
        var gone = lastEvent(id);

        var moments = new ArrayList<>(states.keySet());
        states.forEach((moment, state) -> assertThat(asOf(id, moment)).isEqualTo(past(state)));
        for (int i = 1; i < moments.size(); i++) {
            // A microsecond before a change everything is still as the change before has left it.
            assertThat(asOf(id, moments.get(i).minusNanos(1000))).isEqualTo(past(states.get(moments.get(i - 1))));
        }
        assertThat(asOf(id, gone.minusNanos(1000))).isEqualTo(past(states.get(moments.get(moments.size() - 1))));
        assertRefused(asOfAnswer(id, gone), 404, "user_unknown");
        assertRefused(asOfAnswer(id, moments.get(0).minusSeconds(1)), 404, "user_unknown");
        var first = get("/v1/users/" + id + "?as_of=" + moments.get(0)).json();
        assertThat(Instant.parse(first.get("updatedAt").asText())).isEqualTo(moments.get(0));
        assertThat(Instant.parse(first.get("asOf").asText())).isEqualTo(moments.get(0));
        assertThat(get("/v1/events/" + first.get("event").asText())
                        .json()
                        .get("type")
                        .asText())
                .isEqualTo("user.created");
    }

    @Test
    void aGroupIsReadAsItWas() {
        var made = made("/v1/groups", Map.of("name", unique("g"), "permissions", List.of("users:read")));
        var path = "/v1/groups/" + made.get("id").asText();
        var before = lastEvent(made.get("id").asText());
        assertStatus(patch(path, "{\"permissions\": [\"users:read\", \"groups:read\"], \"description\": \"d\"}"), 200);
        var after = lastEvent(made.get("id").asText());
        assertStatus(delete(path), 204);

        var was = get(path + "?as_of=" + before).json();
        var became = get(path + "?as_of=" + after).json();

        assertThat(was.get("permissions")).isEqualTo(json("[\"users:read\"]"));
        assertThat(was.get("description").isNull()).isTrue();
        assertThat(was.get("name")).isEqualTo(made.get("name"));
        assertThat(became.get("permissions")).isEqualTo(json("[\"groups:read\", \"users:read\"]"));
        assertThat(became.get("description").asText()).isEqualTo("d");
        assertRefused(get(path + "?as_of=2020-01-01T00:00:00Z"), 404, "group_unknown");
    }

    @Test
    void thePastIsForThoseWhoMayReadEvents() {
        var id = madeId("/v1/users", Map.of("username", unique("jane")));

        var answer = http().get("/v1/users/" + id + "?as_of=" + lastEvent(id))
                .bearer(token("users:read"))
                .send();

        assertRefused(answer, 403, "scope_missing");
        assertThat(answer.header("WWW-Authenticate")).contains("scope=\"events:read\"");
    }

    @Test
    void thePastOfAnotherTenantIsNobodys() {
        var id = madeId("/v1/users", Map.of("username", unique("jane")));
        var event = events(id).get(0).get("id").asText();
        var stranger = clientOf(tenant(), "users:read", "users:update", "events:read");

        for (var path : List.of("?as_of=" + lastEvent(id), "/history")) {
            assertRefused(
                    http().get("/v1/users/" + id + path)
                            .bearer(stranger.token())
                            .send(),
                    404,
                    "user_unknown");
        }
        assertRefused(
                http().post("/v1/users/" + id + "/history/" + event + "/revert")
                        .bearer(stranger.token())
                        .send(),
                400,
                "value_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-24", "2026-11-24T25:00:00Z", "1"})
    void aMomentOfTheWrongFormIsRefused(String moment) {
        var id = madeId("/v1/users", Map.of("username", unique("jane")));

        assertProblem(
                get("/v1/users/" + id + "?as_of=" + moment),
                400,
                "Bad Request",
                "value_invalid",
                "must be a moment such as 2026-11-24T12:00:00Z",
                "as_of");
    }

    @Test
    void anErasedUserHasNoPast() {
        var id = madeId("/v1/users", Map.of("username", unique("jane")));
        var then = lastEvent(id);
        assertStatus(post("/v1/users/" + id + "/erasure", ""), 204);

        assertRefused(asOfAnswer(id, then), 404, "user_unknown");
    }

    @Test
    void theHistorySaysWhoSetWhatThroughWhichContract() {
        var id = madeId("/v1/users", Map.of("username", unique("jane"), "givenName", "Jane"));
        patch("/v1/users/" + id, "{\"givenName\": \"Janet\", \"accountLocked\": true}");

        var entries = get("/v1/users/" + id + "/history").json().get("items");

        assertThat(entries).hasSize(2);
        assertThat(entries.get(1).get("type").asText()).isEqualTo("user.updated");
        assertThat(entries.get(1).get("contract").asText()).isEqualTo("roster");
        assertThat(entries.get(1).get("by").asText()).isNotBlank();
        assertThat(entries.get(1).get("changes")).isEqualTo(json("""
                [{"member": "accountLocked", "before": false, "after": true},
                 {"member": "givenName", "before": "Jane", "after": "Janet"}]"""));
        assertRefused(get("/v1/users/" + UNKNOWN + "/history"), 404, "user_unknown");
    }

    @Test
    void aChangeIsTakenBackInOneCall() {
        var group = madeId("/v1/groups", Map.of("name", unique("g")));
        var id = madeId(
                "/v1/users", Map.of("username", unique("jane"), "givenName", "Jane", "customData", Map.of("a", 1)));
        var before = get("/v1/users/" + id).json();
        patch(
                "/v1/users/" + id,
                "{\"givenName\": null, \"familyName\": \"Doe\", \"accountLocked\": true, \"customData\": {}}");
        var changed = events(id).get(1).get("id").asText();
        put("/v1/groups/" + group + "/members/" + id);
        var joined = events(id).get(2).get("id").asText();

        assertStatus(revert(id, changed), 200);
        assertStatus(revert(id, joined), 200);

        assertThat(visible(get("/v1/users/" + id).json())).isEqualTo(visible(before));
        assertThat(get("/v1/users/" + id + "/groups").json().get("items")).isEmpty();
        assertThat(members(get("/v1/events?subject=" + id).json(), "type"))
                .containsExactly("user.created", "user.updated", "user.joined", "user.updated", "user.left");
    }

    @Test
    void whatWasChangedAgainSinceIsNotTakenBack() {
        var id = madeId("/v1/users", Map.of("username", unique("jane"), "givenName", "Jane"));
        patch("/v1/users/" + id, "{\"givenName\": \"Janet\"}");
        var event = events(id).get(1).get("id").asText();
        patch("/v1/users/" + id, "{\"givenName\": \"Joan\"}");

        assertRefused(revert(id, event), 412, "version_stale");
        assertThat(get("/v1/users/" + id).json().get("givenName").asText()).isEqualTo("Joan");
    }

    @Test
    void aPasswordACreationAndAnotherUsersEventAreNotTakenBack() {
        var id = madeId("/v1/users", Map.of("username", unique("jane")));
        patch("/v1/users/" + id, "{\"password\": \"" + PASSWORD + "\"}");
        var other = madeId("/v1/users", Map.of("username", unique("june")));

        assertProblem(
                revert(id, events(id).get(1).get("id").asText()),
                400,
                "Bad Request",
                "value_invalid",
                "a password cannot be brought back, since none is kept",
                "event");
        assertRefused(revert(id, events(id).get(0).get("id").asText()), 400, "value_invalid");
        assertRefused(revert(id, events(other).get(0).get("id").asText()), 400, "value_invalid");
        assertRefused(revert(id, "nothing"), 400, "value_invalid");
    }

    @Test
    void takingBackNeedsTheRightsOfTheChangeItself() {
        var mighty = madeId("/v1/groups", Map.of("name", unique("g"), "permissions", List.of("tenants:delete")));
        patch("/v1/groups/" + mighty, "{\"permissions\": []}");
        var event = events(mighty).get(1).get("id").asText();
        var weak = client("groups:update", "groups:read");

        var refused = http().post("/v1/groups/" + mighty + "/history/" + event + "/revert")
                .bearer(weak.token())
                .send();

        assertRefused(refused, 403, "rights_exceeded");
        assertStatus(post("/v1/groups/" + mighty + "/history/" + event + "/revert", ""), 200);
        assertThat(get("/v1/groups/" + mighty).json().get("permissions")).isEqualTo(json("[\"tenants:delete\"]"));
    }

    private static Answer revert(String id, String event) {
        return http().post("/v1/users/" + id + "/history/" + event + "/revert")
                .bearer(token())
                .send();
    }

    private static JsonNode events(String subject) {
        return get("/v1/events?limit=1000&subject=" + subject).json().get("items");
    }

    private static Instant lastEvent(String subject) {
        var events = events(subject);
        return Instant.parse(events.get(events.size() - 1).get("at").asText());
    }

    private static Answer asOfAnswer(String id, Instant moment) {
        return get("/v1/users/" + id + "?as_of=" + moment);
    }

    /** What was at a moment, without what says when that is. */
    private static JsonNode asOf(String id, Instant moment) {
        var answer = asOfAnswer(id, moment);
        assertStatus(answer, 200);
        var body = (ObjectNode) answer.json();
        body.remove(List.of("asOf", "event", "updatedAt"));
        return body;
    }

    /** What the past shows of a state that was read in the present. */
    private static JsonNode past(JsonNode present) {
        var body = (ObjectNode) present.deepCopy();
        body.remove(List.of("objectId", "lastLoginAt", "version", "updatedAt"));
        return body;
    }

    private static JsonNode visible(JsonNode user) {
        var body = (ObjectNode) user.deepCopy();
        body.remove(List.of("version", "updatedAt"));
        return body;
    }
}
