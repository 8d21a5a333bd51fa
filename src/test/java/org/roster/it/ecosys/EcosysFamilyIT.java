package org.roster.it.ecosys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** Clients, of which the original published the creation, and what Roster adds in its style. */
class EcosysFamilyIT extends EcosysApi {

    private static final String CLIENTS = "/etc-backend/api/clients";
    private static final String GROUPS = "/etc-backend/api/groups";

    private static Answer call(String method, String path) {
        return http().call(method, path).bearer(token()).send();
    }

    private static String newGroup() {
        var name = unique("helpdesk");
        assertStatus(send("POST", GROUPS, Map.of("name", name, "description", "Answers the phone")), 201);
        return name;
    }

    @Test
    void aClientIsMadeAsTheGuideHasIt() {
        var name = unique("My Account");

        var answer = send("POST", CLIENTS, """
                {"client_name": "%s", "redirect_uri": "https://my-account.example.com/callback",
                 "grant_types": "password,refresh_token", "is_confidential": true}""".formatted(name));

        assertStatus(answer, 201);
        var id = answer.json().at("/client/client_id").asText();
        var secret = answer.json().at("/client/client_secret").asText();
        assertThat(id).matches("[0-9a-f]{40}");
        assertThat(secret).matches("[0-9a-f]{80}");
        assertThat(answer.json()).isEqualTo(json("""
                {"status": "success", "message": "Client application created successfully.",
                 "client": {"client_id": "%s", "client_secret": "%s", "client_name": "%s",
                            "redirect_uri": "https://my-account.example.com/callback",
                            "grant_types": "password,refresh_token"}}""".formatted(id, secret, name)));
        var shown = call("GET", CLIENTS + "/" + id);
        assertAnswer(shown, 200, json("""
                {"status": "success",
                 "client": {"client_id": "%s", "client_name": "%s",
                            "redirect_uri": "https://my-account.example.com/callback",
                            "grant_types": "password,refresh_token", "is_confidential": true, "scope": ""}}""".formatted(id, name)));
        assertThat(call("GET", CLIENTS).json().get("clients"))
                .contains(shown.json().get("client"));
        var again = send("POST", CLIENTS, """
                {"client_name": "%s", "redirect_uri": "https://my-account.example.com/callback",
                 "grant_types": "password", "is_confidential": true}""".formatted(name));
        assertRefused(again, 409, "Conflict", "A client with that name already exists.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", """
                {"client_name": "a", "redirect_uri": "https://a.example.com", "grant_types": "password"}""", """
                {"client_name": "", "redirect_uri": "https://a.example.com", "grant_types": "password",
                 "is_confidential": true}""", """
                {"client_name": "a", "redirect_uri": "https://a.example.com", "grant_types": "password",
                 "is_confidential": "yes"}"""})
    void aClientWithoutARequiredMemberAnswersThePublishedText(String body) {
        assertAnswer(send("POST", CLIENTS, body), 400, transcript("client-missing-fields"));
    }

    @Test
    void aGrantTypeThatIsNotServedAnswers400() {
        var answer = send("POST", CLIENTS, """
                {"client_name": "a", "redirect_uri": "https://a.example.com",
                 "grant_types": "password,authorization_code", "is_confidential": true}""");

        assertRefused(
                answer,
                400,
                "Bad Request",
                "grant_types must be of client_credentials, password, refresh_token, with commas between.");
    }

    @Test
    void nobodyMakesAClientThatMayDoMoreThanThemselves() {
        var answer = http().post(CLIENTS)
                .bearer(tokenFor("clients:create"))
                .json("""
                        {"client_name": "a", "redirect_uri": "https://a.example.com", "grant_types": "password",
                         "is_confidential": true, "scope": "users:delete"}""")
                .send();

        assertRefused(answer, 403, "Forbidden", "The caller does not hold 'users:delete' and so cannot give it.");
    }

    @Test
    void aClientIsChangedAndRemoved() {
        var client = newClient("client_credentials", "users:read");
        var path = CLIENTS + "/" + client.id();
        var name = unique("Renamed");

        var changed = send("PATCH", path, """
                {"client_name": "%s", "redirect_uri": "", "grant_types": "password", "scope": "profile"}""".formatted(name));

        assertAnswer(changed, 200, json("""
                {"status": "success",
                 "client": {"client_id": "%s", "client_name": "%s",
                            "redirect_uri": "https://client.example.com/callback",
                            "grant_types": "password", "is_confidential": true, "scope": "profile"}}""".formatted(client.id(), name)));
        assertStatus(call("DELETE", path), 204);
        assertStatus(call("DELETE", path), 204);
        assertRefused(call("GET", path), 404, "Not Found", "Client does not exist.");
        assertRefused(send("PATCH", path, "{}"), 404, "Not Found", "Client does not exist.");
    }

    @Test
    void aReplacedSecretIsGoodNoMore() {
        var client = newClient("client_credentials", "users:read");

        var answer = call("POST", CLIENTS + "/" + client.id() + "/secret");

        assertStatus(answer, 200);
        var next = new Client(
                client.id(), answer.json().at("/client/client_secret").asText());
        assertThat(answer.json().get("message").asText()).isEqualTo("Client secret replaced successfully.");
        assertStatus(
                next.on(http().post(TOKEN))
                        .form("grant_type", "client_credentials")
                        .send(),
                200);
        assertAnswer(
                client.on(http().post(TOKEN))
                        .form("grant_type", "client_credentials")
                        .send(),
                401,
                transcript("invalid-client"));
    }

    @Test
    void aGroupIsMadeChangedAndRemoved() {
        var name = unique("helpdesk");

        var made = send("POST", GROUPS, Map.of("name", name, "description", "Answers the phone"));

        assertAnswer(made, 201, json("""
                {"status": "success", "message": "Group created successfully.",
                 "group": {"name": "%s", "description": "Answers the phone"}}""".formatted(name)));
        assertThat(call("GET", GROUPS).json().get("groups"))
                .contains(made.json().get("group"));
        assertRefused(
                send("POST", GROUPS, Map.of("name", name)), 409, "Conflict", "A group with that name already exists.");
        var renamed = unique("desk");
        assertAnswer(send("PATCH", GROUPS + "/" + name, Map.of("name", renamed)), 200, json("""
                {"status": "success", "group": {"name": "%s", "description": "Answers the phone"}}""".formatted(renamed)));
        assertStatus(call("DELETE", GROUPS + "/" + renamed), 204);
        assertStatus(call("DELETE", GROUPS + "/" + renamed), 204);
        assertRefused(call("GET", GROUPS + "/" + renamed), 404, "Not Found", "Group does not exist.");
    }

    @Test
    void aGroupNeedsANameThatCanStandInAnAddress() {
        assertRefused(send("POST", GROUPS, "{}"), 400, "Bad Request", "Invalid JSON or missing required fields: name.");
        assertStatus(send("POST", GROUPS, Map.of("name", "a b")), 400);
    }

    @Test
    void aGroupShowsWhoIsInIt() {
        var group = newGroup();
        var user = newUser();
        var member = GROUPS + "/" + group + "/members/" + user;

        assertStatus(call("PUT", member), 204);
        assertStatus(call("PUT", member), 204);

        assertAnswer(call("GET", GROUPS + "/" + group), 200, json("""
                {"status": "success",
                 "group": {"name": "%s", "description": "Answers the phone", "members": ["%s"]}}""".formatted(group, user)));
        assertStatus(call("DELETE", member), 204);
        assertThat(call("GET", GROUPS + "/" + group).json().at("/group/members"))
                .isEmpty();
        assertRefused(call("PUT", GROUPS + "/" + group + "/members/nobody"), 404, "Not Found", "User does not exist.");
    }

    @Test
    void nobodyPutsAUserIntoAGroupThatMayDoMoreThanThemselves() {
        var answer = http().put(GROUPS + "/administrators/members/" + newUser())
                .bearer(tokenFor("groups:update"))
                .send();

        assertRefused(answer, 403, "Forbidden", "The group carries rights that the caller does not hold.");
    }

    @Test
    void anApiKeyOpensWhatItsOwnerMayDo() {
        var path = USERS + "/admin/apikeys";

        var made = send("POST", path, Map.of("name", "import", "scope", "users:read"));

        assertStatus(made, 201);
        var key = made.json().get("apikey");
        assertThat(made.json().get("message").asText()).isEqualTo("API key created successfully.");
        assertStatus(
                http().get(USERS + "/admin")
                        .header("X-API-Key", key.get("key").asText())
                        .send(),
                200);
        var shown = call("GET", path + "/" + key.get("id").asText());
        assertAnswer(shown, 200, json("""
                {"status": "success", "apikey": {"id": "%s", "name": "import", "scope": "users:read", "hint": "%s",
                                                 "expires_at": null}}""".formatted(
                        key.get("id").asText(), key.get("hint").asText())));
        assertThat(call("GET", path).json().get("apikeys"))
                .contains(shown.json().get("apikey"));
    }

    @Test
    void anApiKeyIsChangedAndRemovedUnderItsOwnerOnly() {
        var owner = newUser();
        var made = send("POST", USERS + "/" + owner + "/apikeys", Map.of("name", "import"));
        var id = made.json().at("/apikey/id").asText();
        var path = USERS + "/" + owner + "/apikeys/" + id;
        var elsewhere = USERS + "/" + newUser() + "/apikeys/" + id;

        var changed = send("PATCH", path, Map.of("name", "nightly", "expires_at", "2099-01-01T00:00:00Z"));

        assertStatus(changed, 200);
        assertThat(changed.json().at("/apikey/name").asText()).isEqualTo("nightly");
        assertThat(changed.json().at("/apikey/expires_at").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertRefused(call("GET", elsewhere), 404, "Not Found", "API key does not exist.");
        assertStatus(call("DELETE", elsewhere), 204);
        assertStatus(call("GET", path), 200);
        assertStatus(call("DELETE", path), 204);
        assertRefused(call("GET", path), 404, "Not Found", "API key does not exist.");
    }

    @Test
    void anApiKeyNeedsAName() {
        assertRefused(
                send("POST", USERS + "/admin/apikeys", "{}"),
                400,
                "Bad Request",
                "Invalid JSON or missing required fields: name.");
        assertRefused(
                send("POST", USERS + "/nobody-at-all/apikeys", Map.of("name", "a")),
                404,
                "Not Found",
                "User does not exist.");
    }

    @Test
    void aCallerSeesItsOwnTenant() {
        var own = json("""
                {"code": "default", "name": "Default", "description": null, "active": true}""");

        assertThat(call("GET", "/etc-backend/api/tenants").json().get("tenants"))
                .contains(own);
        assertThat(call("GET", "/etc-backend/api/tenants/default").json().get("tenant"))
                .isEqualTo(own);
        assertRefused(
                call("GET", "/etc-backend/api/tenants/" + unique("no")), 404, "Not Found", "Tenant does not exist.");
        // Whoever is not of the platform sees no other.
        var answer = http().get("/etc-backend/api/tenants")
                .bearer(tokenFor("tenants:read"))
                .send();
        assertAnswer(answer, 200, json("""
                {"status": "success",
                 "tenants": [{"code": "default", "name": "Default", "description": null, "active": true}]}"""));
    }
}
