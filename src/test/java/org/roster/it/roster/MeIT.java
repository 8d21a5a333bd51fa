package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Credentials;

/** What a caller meets before it knows anything: who it is, where the documentation is, what a request needs. */
class MeIT extends RosterApi {

    @Test
    void theDocumentedFirstStepsWork() {
        var name = unique("first");

        var made = post("/v1/users", """
                {"username": "%1$s", "email": "%1$s@example.com", "password": "S3cure-passw0rd!",
                 "givenName": "Jane", "familyName": "Doe"}""".formatted(name));
        var found = get("/v1/users?prefix=" + name + "&limit=20");
        var again = post("/v1/users", """
                {"username": "%s"}""".formatted(name));

        assertStatus(made, 201);
        assertThat(members(found.json(), "id"))
                .containsExactly(made.json().get("id").asText());
        assertStatus(again, 409);
    }

    @Test
    void aClientLearnsWhoItIs() {
        var client = client("users:read", "groups:read");
        var tenant = get("/v1/tenants/default").json().get("id").asText();

        var answer = http().get("/v1/me").bearer(client.token()).send();

        assertThat(answer.json()).isEqualTo(json("""
                {"tenant": "%s", "kind": "CLIENT", "id": "%s", "name": "%3$s", "user": null, "clientId": "%3$s",
                 "scopes": ["groups:read", "users:read"]}""".formatted(tenant, client.id(), client.clientId())));
    }

    @Test
    void aPersonLearnsWhoTheyAre() {
        var name = unique("jane");
        var user = made("/v1/users", Map.of("username", name, "password", PASSWORD));

        var answer = http().get("/v1/me").basic(name, PASSWORD).send();

        assertThat(answer.json()).isEqualTo(json("""
                {"tenant": "%s", "kind": "USER", "id": "%s", "name": "%s", "user": "%2$s", "clientId": null,
                 "scopes": []}""".formatted(
                        user.get("tenant").asText(), user.get("id").asText(), name)));
    }

    @Test
    void theAdministratorMayDoEverything() {
        var scopes = http().get("/v1/me")
                .basic("admin", Credentials.ADMIN_PASSWORD)
                .send()
                .json()
                .get("scopes");

        assertThat(scopes)
                .extracting(scope -> scope.asText())
                .contains("platform")
                .contains(ALL_BUT_PLATFORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/me",
                "/v1/users",
                "/v1/groups",
                "/v1/applications",
                "/v1/api-keys",
                "/v1/tenants",
                "/v1/events",
                "/v1/signing-keys"
            })
    void withoutACredentialNothingIsShown(String path) {
        var answer = http().get(path).send();

        assertProblem(answer, 401, "Unauthorized", "credential_missing", "authentication is needed", null);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"roster\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/users", "/v1/groups", "/v1/applications", "/v1/api-keys", "/v1/tenants"})
    void aRequestWithoutTheBodyThatItNeedsIsRefused(String path) {
        assertProblem(
                http().post(path).bearer(token()).send(), 400, "Bad Request", "malformed", "the body is empty", null);
        assertProblem(post(path, ""), 400, "Bad Request", "malformed", "the body is empty", null);
    }

    @Test
    void theBareAddressLeadsToTheDocumentation() {
        var answer = http().get("/").send();

        assertStatus(answer, 303);
        assertThat(answer.header("Location")).isEqualTo(base() + "/openapi/ui/");
    }
}
