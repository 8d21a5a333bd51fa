package org.roster.it.urac;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** The published document of the contract as it stands, and what every address of it has in common. */
class UracContractIT extends UracApi {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String UNKNOWN = "You are trying to reach an unknown rest service!";

    /** The published request and its answers, word for word but for the key that the gateway always wanted. */
    @Test
    void thePublishedExampleAddsTheUser() {
        var first = published(UracTenant.published().key());
        var second = published(UracTenant.published().key());

        var data = data(first);
        assertThat(data).hasSize(2);
        assertThat(data.get("id").asText()).matches("[0-9a-f]{24}");
        assertThat(data.get("token").asText()).hasSizeGreaterThan(30);
        assertThat(first.text()).startsWith("{\"result\":true,\"data\":{\"id\":\"");
        assertRefused(second, 402, "User account already exists.");
        data(http().delete("/urac/admin/user?id=" + data.get("id").asText())
                .header("key", UracTenant.published().key())
                .send());
    }

    @Test
    void withoutAKeyNothingIsServed() {
        assertRefused(published(null), 132, "A valid key is needed to access any API.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0000000000000000000000001.secret",
                "9b96ba56ce934ded56c3f21ac9bdaddc8ba4782b7753cf07576bfabcace8632e"
            })
    void anUnknownKeyIsNotLoaded(String key) {
        assertRefused(published(key), 148, "Unable to load the key information");
    }

    @Test
    void aKeyThatIsOutOfUseIsAnUnknownKey() {
        var made = http().post("/v1/api-keys")
                .bearer(token())
                .json("{\"name\": \"over\", \"scopes\": [\"users:create\"]}")
                .send()
                .json();
        http().patch("/v1/api-keys/" + made.get("id").asText())
                .bearer(token())
                .mergePatch("{\"status\": \"INACTIVE\"}")
                .send();

        assertRefused(published(made.get("key").asText()), 148, "Unable to load the key information");
    }

    @Test
    void aKeyInTheAddressIsNoKey() {
        var answer = http().get("/urac/admin/getUser?uId=1&key="
                        + UracTenant.published().key())
                .send();

        assertRefused(answer, 132, "A valid key is needed to access any API.");
    }

    @Test
    void aKeyWithoutTheRightBelongsToNoGroupWithAccess() {
        var key = UracTenant.published().keyFor(List.of("users:read"));

        assertRefused(published(key), 160, "You do not belong to a group with access to this system API.");
    }

    @Test
    void aBadTokenBesideAGoodKeyIsInvalid() {
        var answer = UracTenant.published()
                .get("/urac/admin/listUsers")
                .bearer("eyJhbGciOiJub25lIn0.e30.")
                .send();

        assertRefused(answer, 401, "The access token provided is invalid.");
    }

    @Test
    void aTokenMayStandInAHeaderOfItsOwn() {
        assertRefused(
                UracTenant.published()
                        .get("/urac/admin/listUsers")
                        .header("access_token", "abc")
                        .send(),
                401,
                "The access token provided is invalid.");
    }

    @Test
    void aTokenInTheAddressIsNotFound() {
        assertRefused(
                UracTenant.published()
                        .get("/urac/admin/listUsers?access_token=abc")
                        .send(),
                400,
                "The access token was not found");
    }

    @Test
    void anAuthorizationThatCannotBeReadIsMalformed() {
        var answer = UracTenant.published()
                .get("/urac/admin/listUsers")
                .header("Authorization", "Digest abc")
                .send();

        assertRefused(answer, 400, "Malformed auth header");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /urac",
        "GET, /urac/",
        "GET, /urac/no/such/path",
        "GET, /urac/admin",
        "GET, /urac/admin/addUser",
        "PUT, /urac/admin/addUser",
        "POST, /urac/admin/listUsers",
        "DELETE, /urac/admin/group/list",
        "PATCH, /urac/admin/user",
        "OPTIONS, /urac/admin/addUser",
        "GET, /urac/v2/nowhere",
        "GET, /urac:2/nowhere"
    })
    void whereThereIsNothingTheServiceIsUnknown(String method, String path) {
        assertRefused(
                http().call(method, path)
                        .header("key", UracTenant.published().key())
                        .send(),
                151,
                UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/urac/v2/admin/users/count", "/urac:2/admin/users/count", "/urac/v1/admin/users/count/"})
    void aVersionInTheAddressIsTheSameService(String path) {
        assertThat(data(UracTenant.published().get(path).send()).get("count").isInt())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":",
                "{\"username\": \"a\", \"username\": \"b\"}",
                "{} {}",
                "[",
                "nul",
                "\"\\ud800\""
            })
    void aBodyThatIsNotJsonDoesNotValidate(String body) {
        var answer = UracTenant.published()
                .post("/urac/admin/addUser")
                .body("application/json", body.getBytes(UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/errors/codes/0").asInt()).isEqualTo(173);
        assertThat(answer.json().at("/errors/details/0/message").asText())
                .startsWith("Validation failed for field: body -> The parameter 'body' failed due to: ")
                .doesNotContain("com.")
                .doesNotContain("java");
    }

    @Test
    void aBodyOfAnotherTypeCarriesNoFields() {
        var answer = UracTenant.published()
                .post("/urac/admin/addUser?tId=a&tCode=b")
                .body("text/plain", "username=john".getBytes(UTF_8))
                .send();

        assertRefused(answer, 172, "Missing required field: username, firstName, lastName, email");
    }

    @Test
    void withoutABodyItsFieldsAreMissing() {
        assertRefused(
                UracTenant.published().post("/urac/admin/addUser").send(),
                172,
                "Missing required field: username, firstName, lastName, email, tId, tCode");
    }

    @Test
    void aBodyThatIsTooLargeKeepsItsStatus() {
        var answer = UracTenant.published()
                .post("/urac/admin/addUser")
                .body("application/json", new byte[300_000])
                .send();

        assertSaid(
                answer,
                413,
                173,
                "Validation failed for field: body -> The parameter 'body' failed due to: the body has more than 262144"
                        + " bytes");
    }

    @Test
    void whatAClientAcceptsIsNotLookedAt() {
        assertThat(data(UracTenant.published()
                                .get("/urac/admin/users/count")
                                .header("Accept", "text/html")
                                .send())
                        .has("count"))
                .isTrue();
    }

    @Test
    void aCallbackIsNotCalled() {
        var answer = UracTenant.published()
                .get("/urac/admin/users/count?callback=steal")
                .send();

        assertThat(answer.text()).startsWith("{\"result\":true");
    }

    private static Answer published(String key) {
        var call = http().post("/urac/admin/addUser?tId=5551aca9e179c39b760f7a1a&tCode=DBTN");
        if (key != null) {
            call.header("key", key);
        }
        return call.body(FORM, "username=john&firstName=John&lastName=Doe&email=johndoe@domain.com".getBytes(UTF_8))
                .send();
    }
}
