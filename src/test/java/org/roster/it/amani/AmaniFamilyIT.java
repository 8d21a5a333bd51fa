package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Credentials;

/** Permissions, companies, applications and API keys: the rest of the family, in the same style. */
class AmaniFamilyIT extends AmaniApi {

    private static final String COMPANY = API + "/company";
    private static final String APPLICATION = API + "/application";
    private static final String API_KEY = API + "/api_key";

    private static JsonNode without(JsonNode object, String member) {
        return ((ObjectNode) object.deepCopy()).without(List.of(member));
    }

    @Test
    void thePermissionsAreWhatGroupsCanCarry() {
        var answer = get(API + "/permission/");

        assertStatus(answer, 200);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json().findValuesAsText("codename"))
                .contains("add_user", "change_user", "delete_user", "view_user", "view_group", "view_company")
                .doesNotHaveDuplicates();
        answer.json()
                .forEach(permission ->
                        assertThat(permission.fieldNames()).toIterable().containsExactly("id", "name", "codename"));
    }

    @Test
    void aPermissionThatIsSwitchedOffGivesNothingAndIsNotOffered() {
        var word = unique("approve_profile");
        var user = newUser(newGroup(word, "view_group"));
        assertThat(get(user.path()).json().get("permissions")).isEqualTo(json("[\"" + word + "\", \"view_group\"]"));
        var permission = json("null");
        for (var one : get(API + "/permission").json()) {
            permission = one.get("codename").asText().equals(word) ? one : permission;
        }
        assertThat(permission.get("name").asText()).isEqualTo(word);

        var off = call(
                "PATCH", "/authservice/api/permissions/" + permission.get("id").asText() + "/deactivate", null);

        assertThat(off.status()).as(off.toString()).isLessThan(300);
        assertThat(get(API + "/permission").json().findValuesAsText("codename")).doesNotContain(word);
        assertThat(get(user.path()).json().get("permissions")).isEqualTo(json("[\"view_group\"]"));
        assertThat(logIn(user.email(), PASSWORD).json().get("permissions")).isEqualTo(json("[\"view_group\"]"));
    }

    @Test
    void aCallerSeesItsOwnCompany() {
        var tenant = newTenant();
        var token = clientOf(tenant, "view_company", "change_company");
        var company = json("""
                {"id": "%s", "name": "A company of its own", "code": "%s", "description": "", "is_active": true}""".formatted(
                        tenant, get("/v1/tenants/" + tenant).json().get("code").asText()));

        assertAnswer(as(token, "GET", COMPANY, null), 200, json("[" + company + "]"));
        assertAnswer(as(token, "GET", COMPANY + "/" + tenant + "/", null), 200, company);

        var changed = as(token, "PATCH", COMPANY + "/" + tenant, """
                {"name": "Acme", "description": "Makes things", "is_active": false, "code": "other", "id": "1"}""");

        var expected = ((ObjectNode) company).put("name", "Acme").put("description", "Makes things");
        assertAnswer(changed, 200, expected);
        assertFault(
                as(token, "PATCH", COMPANY + "/" + tenant, "{\"name\": \"\"}"), "name", "This field may not be blank.");
    }

    @Test
    void whoeverRunsThePlatformSeesAllCompanies() {
        var tenant = newTenant();

        assertThat(get(COMPANY).json().findValuesAsText("id")).contains(tenant);
        assertStatus(get(COMPANY + "/" + tenant), 200);
        assertDetail(get(COMPANY + "/default"), 404, NOT_FOUND);
        assertDetail(get(COMPANY + "/" + UNKNOWN), 404, NOT_FOUND);
    }

    @Test
    void anApplicationGetsTokensByItsSecretWhichIsShownOnce() {
        var name = unique("Back office");

        var made = post(APPLICATION, Map.of("name", name, "permissions", List.of("view_user", "view_group")));

        assertStatus(made, 201);
        var id = made.json().get("id").asText();
        var clientId = made.json().get("client_id").asText();
        var secret = made.json().get("client_secret").asText();
        assertThat(without(made.json(), "client_secret")).isEqualTo(json("""
                {"id": "%s", "name": "%s", "description": "", "client_id": "%s",
                 "permissions": ["view_group", "view_user"], "is_active": true}""".formatted(id, name, clientId)));
        assertAnswer(get(APPLICATION + "/" + id), 200, without(made.json(), "client_secret"));
        assertThat(get(APPLICATION).json()).contains(without(made.json(), "client_secret"));
        var token = Credentials.tokenOf(http(), clientId, secret);
        assertStatus(as(token, "GET", GROUP, null), 200);

        var changed = call("PUT", APPLICATION + "/" + id, Map.of("name", name, "is_active", false));

        assertThat(changed.json().get("is_active").asBoolean()).isFalse();
        assertBadToken(as(token, "GET", GROUP, null));
        assertStatus(call("DELETE", APPLICATION + "/" + id, null), 204);
        assertDetail(get(APPLICATION + "/" + id), 404, NOT_FOUND);
    }

    @Test
    void anApplicationHasANameOfItsOwn() {
        var name = unique("Back office");
        assertStatus(post(APPLICATION, Map.of("name", name)), 201);

        assertFault(post(APPLICATION, Map.of("name", name)), "name", "application with this name already exists.");
        assertFault(post(APPLICATION, "{}"), "name", "This field is required.");
    }

    @Test
    void anApiKeyOpensWhatItsOwnerMayDoAndIsShownOnce() {
        var user = newUser(newGroup("view_group"));

        var made = post(
                API_KEY,
                Map.of(
                        "name",
                        "Nightly import",
                        "user",
                        user.id(),
                        "permissions",
                        List.of("view_user", "view_group"),
                        "expires_at",
                        4102444800L));

        assertStatus(made, 201);
        var id = made.json().get("id").asText();
        var key = made.json().get("key").asText();
        assertThat(without(made.json(), "key"))
                .isEqualTo(json("""
                {"id": "%s", "name": "Nightly import", "description": "", "hint": "%s", "user": "%s",
                 "application": null, "permissions": ["view_group", "view_user"], "is_active": true,
                 "expires_at": 4102444800, "last_used_at": null}""".formatted(id, made.json().get("hint").asText(), user.id())));
        assertAnswer(get(API_KEY + "/" + id), 200, without(made.json(), "key"));
        assertThat(get(API_KEY).json()).contains(without(made.json(), "key"));
        assertStatus(http().get(GROUP).header("X-API-Key", key).send(), 200);
        assertDetail(http().get(USER).header("X-API-Key", key).send(), 403, FORBIDDEN);

        var changed = patch(API_KEY + "/" + id, "{\"is_active\": false, \"expires_at\": null}");

        assertStatus(changed, 200);
        assertThat(changed.json().get("is_active").asBoolean()).isFalse();
        assertThat(changed.json().get("expires_at").isNull()).isTrue();
        assertBadToken(http().get(GROUP).header("X-API-Key", key).send());
        assertStatus(call("DELETE", API_KEY + "/" + id + "/", null), 204);
        assertDetail(get(API_KEY + "/" + id), 404, NOT_FOUND);
    }

    @Test
    void theOwnerOfAnApiKeyIsSomebodyWhoIsThere() {
        assertFault(
                post(API_KEY, Map.of("name", "a", "user", UNKNOWN)),
                "user",
                "Invalid pk \"" + UNKNOWN + "\" - object does not exist.");
        assertFault(
                post(API_KEY, Map.of("name", "a", "application", UNKNOWN)),
                "application",
                "Invalid pk \"" + UNKNOWN + "\" - object does not exist.");
        assertFault(post(API_KEY, Map.of("name", "a", "user", "jane")), "user", "“jane” is not a valid UUID.");
        assertFault(
                post(API_KEY, Map.of("name", "a", "expires_at", 1)), "expires_at", "This field must be in the future.");
        assertFault(post(API_KEY, "{}"), "name", "This field is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/company/", "/application/", "/api_key/"})
    void whatDoesNotExistIsNotFound(String path) {
        for (var id : List.of(UNKNOWN, "1", "x")) {
            assertDetail(get(API + path + id), 404, NOT_FOUND);
            assertDetail(patch(API + path + id, "{}"), 404, NOT_FOUND);
        }
    }
}
