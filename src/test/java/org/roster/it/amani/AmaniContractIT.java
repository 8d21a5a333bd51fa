package org.roster.it.amani;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published page to the letter, and the words for what goes wrong at any of its addresses. */
class AmaniContractIT extends AmaniApi {

    private static final String THIRTEEN = """
            {"id": "%1$s", "first_name": "first name", "username": "%2$s", "last_name": "last name",
             "phone": "phone", "email": "%2$s", "company": "%3$s",
             "groups": [{"id": %4$d, "name": "%5$s", "permissions": ["view_company", "view_group"]}],
             "mfa": false, "reset_pw": false, "reset_2fa": false, "is_active": true,
             "permissions": ["view_company", "view_group"]}""";

    private static String company() {
        return made("/v1/users", Map.of("username", unique("any")))
                .get("tenant")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/user", "/api/v2/user/", "/amani/api/v2/user", "/amani/api/v2/user/"})
    void aUserIsCreatedAsThePublishedPageHasIt(String path) {
        var name = unique("Company Admin");
        int group = post(GROUP, Map.of("name", name, "permissions", List.of("view_group", "view_company")))
                .json()
                .get("id")
                .asInt();
        var email = uniqueEmail();

        var answer = post(path, """
                {"email": "%s", "password": "str (Required)", "first_name": "first name", "phone": "phone",
                 "last_name": "last name", "groups": [%d]}""".formatted(email, group));

        var id = answer.json().path("id").asText();
        assertAnswer(answer, 201, json(THIRTEEN.formatted(id, email, company(), group, name)));
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "first_name",
                        "username",
                        "last_name",
                        "phone",
                        "email",
                        "company",
                        "groups",
                        "mfa",
                        "reset_pw",
                        "reset_2fa",
                        "is_active",
                        "permissions");
        assertThat(answer.text()).doesNotContain("str (Required)");
    }

    @Test
    void thePublishedSampleAsItIsPrintedIsNotJson() {
        var answer = post(USER, """
                {
                "email": "str (Required)",
                "password": "str (Required)",
                "first_name": "str (Optional)",
                "phone: "str (Optional)",
                "last_name": "str (Optional)",
                "groups": [
                //list of permission groups ids
                ]
                }""");

        assertDetail(answer, 400, "JSON parse error - the body is not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/user/%s", "/api/v2/user/%s/", "/amani/api/v2/user/%s", "/amani/api/v2/user/%s/"})
    void aUserIsUpdatedAsThePublishedPageHasIt(String path) {
        var user = newUser();
        var name = unique("Company Admin");
        int group = post(GROUP, Map.of("name", name, "permissions", List.of("view_company", "view_group")))
                .json()
                .get("id")
                .asInt();
        var email = uniqueEmail();

        var answer = patch(path.formatted(user.id()), """
                {"email": "%s", "password": "str (Required)", "first_name": "first name", "phone": "phone",
                 "last_name": "last name", "groups": [%d]}""".formatted(email, group));

        assertAnswer(answer, 200, json(THIRTEEN.formatted(user.id(), email, company(), group, name)));
        assertStatus(logIn(email, "str (Required)"), 200);
        assertDetail(logIn(user.email(), "str (Required)"), 401, NO_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/group", "/api/v2/group/", "/amani/api/v2/group", "/amani/api/v2/group/"})
    void theGroupsAreABareArray(String path) {
        var name = unique("Company Admin");
        int group = post(GROUP, Map.of("name", name, "permissions", List.of("view_group", "view_company")))
                .json()
                .get("id")
                .asInt();

        var answer = get(path);

        assertStatus(answer, 200);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json()).contains(json("""
                {"id": %d, "name": "%s", "permissions": ["view_company", "view_group"]}""".formatted(group, name)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v2/user",
        "POST, /api/v2/user/",
        "GET, /api/v2/group",
        "PATCH, /amani/api/v2/user/01900000-0000-7000-8000-000000000000",
        "DELETE, /api/v2/group/1/",
        "GET, /api/v2/permission",
        "GET, /api/v2/company",
        "POST, /api/v2/application",
        "POST, /api/v2/api_key"
    })
    void withoutACredentialNothingIsServed(String method, String path) {
        var answer = http().call(method, path).send();

        assertDetail(answer, 401, "Authentication credentials were not provided.");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not.a.token", "x", "eyJhbGciOiJub25lIn0.e30."})
    void aBadTokenIsSaidToBeOne(String token) {
        assertBadToken(as(token, "GET", USER, null));
        assertBadToken(as(token, "POST", "/amani/api/v2/user/", newUserBody(uniqueEmail())));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /user, view_user",
        "POST, /user, add_user",
        "GET, /user/01900000-0000-7000-8000-000000000000, view_user",
        "PATCH, /user/01900000-0000-7000-8000-000000000000, change_user",
        "PUT, /user/01900000-0000-7000-8000-000000000000, change_user",
        "DELETE, /user/01900000-0000-7000-8000-000000000000, delete_user",
        "GET, /group, view_group",
        "POST, /group, add_group",
        "GET, /group/0, view_group",
        "PATCH, /group/0, change_group",
        "PUT, /group/0, change_group",
        "DELETE, /group/0, delete_group",
        "GET, /permission, view_permission",
        "GET, /company, view_company",
        "GET, /company/01900000-0000-7000-8000-000000000000, view_company",
        "PATCH, /company/01900000-0000-7000-8000-000000000000, change_company",
        "GET, /application, view_application",
        "POST, /application, add_application",
        "GET, /application/01900000-0000-7000-8000-000000000000, view_application",
        "PATCH, /application/01900000-0000-7000-8000-000000000000, change_application",
        "PUT, /application/01900000-0000-7000-8000-000000000000, change_application",
        "DELETE, /application/01900000-0000-7000-8000-000000000000, delete_application",
        "GET, /api_key, view_apikey",
        "POST, /api_key, add_apikey",
        "GET, /api_key/01900000-0000-7000-8000-000000000000, view_apikey",
        "PATCH, /api_key/01900000-0000-7000-8000-000000000000, change_apikey",
        "DELETE, /api_key/01900000-0000-7000-8000-000000000000, delete_apikey",
        "GET, /events, view_webhookendpoint",
        "GET, /webhook_endpoint, view_webhookendpoint",
        "POST, /webhook_endpoint, add_webhookendpoint",
        "GET, /webhook_endpoint/01900000-0000-7000-8000-000000000000, view_webhookendpoint",
        "PATCH, /webhook_endpoint/01900000-0000-7000-8000-000000000000, change_webhookendpoint",
        "PUT, /webhook_endpoint/01900000-0000-7000-8000-000000000000, change_webhookendpoint",
        "DELETE, /webhook_endpoint/01900000-0000-7000-8000-000000000000, delete_webhookendpoint",
        "GET, /webhook_endpoint/01900000-0000-7000-8000-000000000000/secret, view_webhookendpoint",
        "PATCH, /webhook_endpoint/01900000-0000-7000-8000-000000000000/secret, change_webhookendpoint"
    })
    void eachAddressAsksForItsOwnRightAndForNoOther(String method, String path, String right) {
        var weak = token("users:create", "users:read", "groups:read", "tenants:read");
        var body = method.equals("GET") || method.equals("DELETE") ? null : "{}";

        assertDetail(as(weak, method, API + path, body), 403, FORBIDDEN);
        assertDetail(as(weak, method, "/amani/api/v2" + path + "/", body), 403, FORBIDDEN);
        assertThat(as(token(right), method, API + path, body).status())
                .as(method + " " + path + " with " + right)
                .isIn(200, 400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v2/user",
        "PUT, /api/v2/group",
        "POST, /api/v2/user/01900000-0000-7000-8000-000000000000/",
        "GET, /amani/api/v2/user/login",
        "GET, /api/v2/token/refresh/",
        "DELETE, /api/v2/company",
        "OPTIONS, /api/v2/user"
    })
    void aMethodThatIsNotServedIsSaidToBeNone(String method, String path) {
        var answer = call(method, path, null);

        assertDetail(answer, 405, "Method \"" + method + "\" not allowed.");
    }

    @Test
    void theMethodsThatAreServedAreNamed() {
        assertThat(call("DELETE", USER, null).header("Allow")).contains("GET").contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2",
                "/api/v2/",
                "/amani/api/v2/",
                "/api/v2/users",
                "/api/v2/user/x/y",
                "/api/v2/webhook",
                "/amani/api/v2/nothing/"
            })
    void whereThereIsNothingItIsNotFound(String path) {
        assertDetail(get(path), 404, NOT_FOUND);
        assertDetail(http().get(path).send(), 404, NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\": \"a", "{", "{\"a\": 1} x", "{\"a\": 1, \"a\": 2}", "\u0000", "   "})
    void whatIsNotJsonCannotBeParsed(String body) {
        for (var path : List.of(USER, "/amani/api/v2/user/", GROUP, LOGIN, REFRESH + "/")) {
            var answer = post(path, body);

            assertStatus(answer, 400);
            assertThat(answer.json().size()).isEqualTo(1);
            assertThat(answer.json().get("detail").asText()).startsWith("JSON parse error - ");
            assertThat(answer.text()).doesNotContain("jackson").doesNotContain("roster");
        }
    }

    @ParameterizedTest
    @CsvSource({"[], list", "'\"a\"', str", "1, int", "true, bool"})
    void aBodyThatIsNoObjectIsRefused(String body, String type) {
        assertFault(post(USER, body), "non_field_errors", "Invalid data. Expected a dictionary, but got " + type + ".");
    }

    @Test
    void nullIsNoData() {
        assertFault(post(USER, "null"), "non_field_errors", "No data provided");
    }

    @Test
    void noBodyIsOneWithoutMembers() {
        var required = json("""
                {"email": ["This field is required."], "password": ["This field is required."]}""");

        assertAnswer(http().post(USER).bearer(token()).send(), 400, required);
        assertAnswer(
                http().post(USER)
                        .bearer(token())
                        .body("application/json", new byte[0])
                        .send(),
                400,
                required);
        assertAnswer(post(USER, "{}"), 400, required);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/vnd.api+json"})
    void anotherMediaTypeIsNotTaken(String type) {
        var answer = http().post(USER)
                .bearer(token())
                .body(type, "{}".getBytes(UTF_8))
                .send();

        assertDetail(answer, 415, "Unsupported media type \"" + type + "\" in request.");
    }

    @Test
    void nothingButJsonIsAnswered() {
        assertDetail(
                http().get(USER)
                        .bearer(token())
                        .header("Accept", "application/xml")
                        .send(),
                406,
                "Could not satisfy the request Accept header.");
        assertStatus(http().get(GROUP).bearer(token()).header("Accept", "*/*").send(), 200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var answer = post(USER, "{\"email\": \"" + "x".repeat(300 * 1024) + "\"}");

        assertStatus(answer, 413);
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("detail");
    }

    @Test
    void aFormIsTakenInPlaceOfJson() {
        var email = uniqueEmail();
        int group = newGroup("view_group");
        int other = newGroup("view_user");

        var answer = http().post(USER)
                .bearer(token())
                .form(
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "groups",
                        String.valueOf(group),
                        "groups",
                        String.valueOf(other),
                        "is_active",
                        "true")
                .send();

        assertStatus(answer, 201);
        assertThat(answer.json().get("groups")).hasSize(2);
        assertThat(answer.json().get("permissions")).isEqualTo(json("[\"view_group\", \"view_user\"]"));
    }

    @Test
    void answersAreNotStoredAndSayNothingOfTheServer() {
        var answer = get(USER + "?search=" + unique("nobody"));

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Server")).isEmpty();
    }
}
