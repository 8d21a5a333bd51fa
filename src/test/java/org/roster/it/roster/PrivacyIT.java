package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All that is known of a person goes into one document, and can be taken away. */
class PrivacyIT extends RosterApi {

    @Test
    void anExportHoldsAllThatIsKnownAndNoSecret() {
        var name = unique("jane");
        var group = made("/v1/groups", Map.of("name", unique("g")));
        var made = made(
                "/v1/users",
                Map.of(
                        "username",
                        name,
                        "email",
                        name + "@example.com",
                        "phone",
                        "+34 600 000 000",
                        "password",
                        PASSWORD,
                        "groups",
                        List.of(group.get("id").asText()),
                        "apiKey",
                        Map.of("name", "of her own")));
        var id = made.get("id").asText();
        assertStatus(post("/v1/users/" + id + "/password-reset", ""), 202);

        var answer = get("/v1/users/" + id + "/export");

        assertStatus(answer, 200);
        var document = answer.json();
        assertThat(document.at("/user/email").asText()).isEqualTo(name + "@example.com");
        assertThat(document.at("/user/phone").asText()).isEqualTo("+34 600 000 000");
        assertThat(document.at("/user/state").asText()).isEqualTo("ACTIVE");
        assertThat(document.at("/groups/0/id").asText())
                .isEqualTo(group.get("id").asText());
        assertThat(document.at("/apiKeys/0/name").asText()).isEqualTo("of her own");
        assertThat(document.at("/mails/0/kind").asText()).isEqualTo("PASSWORD_RESET");
        assertThat(document.at("/events/0/type").asText()).isEqualTo("user.created");
        assertThat(answer.text())
                .doesNotContain(PASSWORD, made.at("/apiKey/key").asText(), "argon2", "sealed");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"user-" + id + ".json\"");
        assertThat(members(get("/v1/events?subject=" + id + "&limit=1000").json(), "type"))
                .contains("user.exported");
    }

    @Test
    void anErasedPersonIsGoneAndTheEventsStayWithoutIt() {
        var name = unique("erased");
        var id = madeId(
                "/v1/users",
                Map.of(
                        "username",
                        name,
                        "email",
                        name + "@example.com",
                        "givenName",
                        "Ermintrude",
                        "password",
                        PASSWORD));
        assertStatus(
                http().post("/amani/api/v2/user/login")
                        .json(Map.of("username", name, "password", PASSWORD))
                        .send(),
                200);
        patch("/v1/users/" + id, "{\"email\": \"other-" + name + "@example.com\", \"accountLocked\": true}");
        var before = members(get("/v1/events?subject=" + id + "&limit=1000").json(), "id");

        assertStatus(post("/v1/users/" + id + "/erasure", ""), 204);

        assertRefused(get("/v1/users/" + id), 404, "user_unknown");
        var events = get("/v1/events?subject=" + id + "&limit=1000");
        assertThat(members(events.json(), "id")).containsAll(before).hasSizeGreaterThan(before.size());
        assertThat(members(events.json(), "type"))
                .contains("user.created", "user.updated", "user.deleted", "user.erased");
        assertThat(events.text()).doesNotContain(name).doesNotContain("Ermintrude");
        assertThat(events.json().at("/items/0/after/email").asText()).isEqualTo("erased");
        assertThat(events.json().at("/items/0/after/status").asText()).isEqualTo("ACTIVE");
        assertThat(post("/v1/users", "{\"username\": \"%s\"}".formatted(name)).status())
                .isEqualTo(201); // the name is free again
    }

    /** More events than are read at once, by number and by weight, about the person and of what it did itself. */
    @Test
    void aLongHistoryIsExportedInItsOrderAndErasedWhole() {
        var name = unique("busy");
        var group = madeId("/v1/groups", Map.of("name", unique("g"), "permissions", List.of("users:create")));
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD, "groups", List.of(group)));
        var changes = IntStream.range(0, 100).mapToObj(String::valueOf).toList();
        for (var change : changes) {
            // The first fourteen leave an event of 360 kB each: what was, and what is.
            var text = changes.indexOf(change) < 14 ? change.repeat(60_000 / change.length()) : change;
            var data = "{\"a\": \"%1$s\", \"b\": \"%1$s\", \"c\": \"%1$s\"}".formatted(text);
            var changed = "{\"displayName\": \"%s\", \"customData\": %s}".formatted(change, data);
            assertStatus(patch("/v1/users/" + id, changed), 200);
        }
        var others = new ArrayList<String>();
        var otherIds = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var other = http().post("/v1/users")
                    .basic(name, PASSWORD)
                    .json(Map.of("username", unique("other")))
                    .send();
            assertStatus(other, 201);
            others.add(other.json().get("username").asText());
            otherIds.add(other.json().get("id").asText());
        }

        var export = get("/v1/users/" + id + "/export");

        assertThat(export.text().length()).isGreaterThan(5_000_000);
        var told = new ArrayList<String>();
        for (var event : export.json().get("events")) {
            switch (event.get("type").asText()) {
                case "user.updated" -> told.add(event.at("/after/displayName").asText());
                case "user.created" -> told.add(event.at("/after/username").asText());
                default -> {
                    // Log-ins and the export, which have tests of their own.
                }
            }
        }
        var expected = new ArrayList<>(changes);
        expected.add(0, name);
        expected.addAll(others);
        assertThat(told).isEqualTo(expected);

        assertStatus(post("/v1/users/" + id + "/erasure", ""), 204);

        var left = get("/v1/events?subject=" + id + "&limit=1000").json();
        assertThat(left.findValuesAsText("displayName")).contains("erased").doesNotContainAnyElementsOf(changes);
        for (var other : List.of(otherIds.get(0), otherIds.get(25), otherIds.get(59))) {
            var did = get("/v1/events?subject=" + other);
            assertThat(did.json().at("/items/0/type").asText()).isEqualTo("user.created");
            assertThat(did.text()).doesNotContain(name);
        }
    }

    @Test
    void nobodyExportsOrErasesWhoHoldsMoreRights() {
        var group = madeId("/v1/groups", Map.of("name", unique("g"), "permissions", List.of("tenants:read")));
        var id = madeId("/v1/users", Map.of("username", unique("strong"), "groups", List.of(group)));
        var weak = client("users:export", "users:delete");

        assertRefused(
                http().get("/v1/users/" + id + "/export").bearer(weak.token()).send(), 403, "rights_exceeded");
        assertRefused(
                http().post("/v1/users/" + id + "/erasure").bearer(weak.token()).send(), 403, "rights_exceeded");
        assertStatus(get("/v1/users/" + id), 200);
    }

    @Test
    void aStepThatTheStateDoesNotAllowSendsNothing() {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name, "email", name + "@example.com"));
        var nameless = madeId("/v1/users", Map.of("username", unique("john")));

        assertRefused(post("/v1/users/" + id + "/invitation", ""), 400, "value_invalid");
        assertStatus(post("/v1/users/" + id + "/verification", ""), 202);
        assertRefused(post("/v1/users/" + nameless + "/verification", ""), 400, "value_invalid");
        assertRefused(post("/v1/users/" + UNKNOWN + "/verification", ""), 404, "user_unknown");
        patch("/v1/users/" + id, "{\"status\": \"INACTIVE\"}");
        assertRefused(post("/v1/users/" + id + "/password-reset", ""), 400, "value_invalid");
        assertRefused(
                post("/v1/users/" + id + "/email-change", "{\"email\": \"new-" + name + "@example.com\"}"),
                400,
                "value_invalid");
    }
}
