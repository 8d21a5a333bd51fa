package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In every place where an id can stand, one of another company is one that does not exist. */
class AmaniTenantIsolationIT extends AmaniApi {

    private static final String[] ALL = {
        "view_user",
        "add_user",
        "change_user",
        "delete_user",
        "view_group",
        "add_group",
        "change_group",
        "delete_group",
        "view_permission",
        "view_company",
        "change_company",
        "view_application",
        "add_application",
        "change_application",
        "delete_application",
        "view_apikey",
        "add_apikey",
        "change_apikey",
        "delete_apikey"
    };

    private static String home;
    private static String token;

    @BeforeAll
    static void aCompanyWithAnAdministrator() {
        home = newTenant();
        token = clientOf(home, ALL);
    }

    private static void assertUnknown(String path) {
        assertDetail(as(token, "GET", path, null), 404, NOT_FOUND);
        assertDetail(as(token, "PATCH", path, "{\"name\": \"x\", \"first_name\": \"x\"}"), 404, NOT_FOUND);
        assertThat(as(token, "DELETE", path, null).status()).isIn(404, 405);
    }

    @Test
    void usersOfAnotherCompanyAreNotThere() {
        var user = newUser();

        assertUnknown(user.path());
        assertDetail(as(token, "PUT", user.path(), Map.of("email", user.email())), 404, NOT_FOUND);
        assertThat(as(token, "GET", USER, null).json().findValuesAsText("id")).doesNotContain(user.id());
        assertThat(as(token, "GET", USER + "?search=" + user.email(), null).json())
                .isEmpty();
        assertStatus(get(user.path()), 200);
    }

    @Test
    void groupsOfAnotherCompanyAreNotThere() {
        var group = made("/v1/groups", Map.of("name", unique("Elsewhere")));
        var id = group.get("id").asText();
        var name = group.get("name").asText();

        assertUnknown(GROUP + "/" + id);
        assertThat(as(token, "GET", GROUP, null).json().findValuesAsText("name"))
                .doesNotContain(name);
    }

    @Test
    void aGroupOfAnotherCompanyCannotBeGiven() {
        var group = made("/v1/groups", Map.of("name", unique("Elsewhere")));
        var id = group.get("id").asText();
        var body = newUserBody(uniqueEmail());
        body.put("groups", List.of(id));

        assertFault(as(token, "POST", USER, body), "groups", "Invalid pk \"" + id + "\" - object does not exist.");
        body.remove("groups");
        var user = as(token, "POST", USER, body).json().get("id").asText();
        assertFault(
                as(token, "PATCH", USER + "/" + user, Map.of("groups", List.of(id))),
                "groups",
                "Invalid pk \"" + id + "\" - object does not exist.");
    }

    @Test
    void numbersOfGroupsAreOfOneCompany() {
        int elsewhere = 0;
        for (int i = 0; i < 5; i++) {
            elsewhere = newGroup();
        }
        var own = as(token, "POST", GROUP, Map.of("name", unique("Own"))).json();
        assertThat(own.get("id").asInt()).isLessThan(elsewhere);

        var body = newUserBody(uniqueEmail());
        body.put("groups", List.of(elsewhere));
        assertFault(
                as(token, "POST", USER, body), "groups", "Invalid pk \"" + elsewhere + "\" - object does not exist.");
        assertUnknown(GROUP + "/" + elsewhere);

        body.put("groups", List.of(own.get("id").asInt()));
        assertThat(as(token, "POST", USER, body).json().at("/groups/0/name")).isEqualTo(own.get("name"));
    }

    @Test
    void addressesAreUniqueInACompanyOnly() {
        var user = newUser();

        assertStatus(as(token, "POST", USER, newUserBody(user.email())), 201);
    }

    @Test
    void anotherCompanyIsNotThere() {
        var other = newTenant();

        assertDetail(as(token, "GET", API + "/company/" + other, null), 404, NOT_FOUND);
        assertDetail(as(token, "PATCH", API + "/company/" + other, "{\"name\": \"Mine\"}"), 404, NOT_FOUND);
        assertThat(as(token, "GET", API + "/company", null).json().findValuesAsText("id"))
                .containsExactly(home);
    }

    @Test
    void applicationsAndKeysOfAnotherCompanyAreNotThere() {
        var application = post(API + "/application", Map.of("name", unique("Elsewhere")))
                .json()
                .get("id")
                .asText();
        var key = post(API + "/api_key", Map.of("name", "Elsewhere"))
                .json()
                .get("id")
                .asText();

        assertUnknown(API + "/application/" + application);
        assertUnknown(API + "/api_key/" + key);
        assertThat(as(token, "GET", API + "/application", null).json().findValuesAsText("id"))
                .doesNotContain(application);
        assertThat(as(token, "GET", API + "/api_key", null).json()).isEmpty();
        assertFault(
                as(token, "POST", API + "/api_key", Map.of("name", "Mine", "application", application)),
                "application",
                "Invalid pk \"" + application + "\" - object does not exist.");
        var user = newUser().id();
        assertFault(
                as(token, "POST", API + "/api_key", Map.of("name", "Mine", "user", user)),
                "user",
                "Invalid pk \"" + user + "\" - object does not exist.");
    }

    @Test
    void permissionsThatAnotherCompanyUsesAreNotShown() {
        var word = unique("secret_word");
        post(GROUP, Map.of("name", unique("Elsewhere"), "permissions", List.of(word)));

        assertThat(as(token, "GET", API + "/permission", null).json().findValuesAsText("codename"))
                .contains("view_user")
                .doesNotContain(word);
    }

    @Test
    void theCompanyOfABodyDoesNotCount() {
        var body = newUserBody(uniqueEmail());
        body.put("company", "00000000-0000-7000-8000-000000000000");
        body.put("company_id", "00000000-0000-7000-8000-000000000000");

        var answer = as(token, "POST", USER, body);

        assertStatus(answer, 201);
        assertThat(answer.json().get("company").asText()).isEqualTo(home);
    }
}
