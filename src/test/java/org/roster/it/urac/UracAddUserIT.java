package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Answer;

/** {@code POST /urac/admin/addUser}: its checks in their order, and what it makes. */
class UracAddUserIT extends UracApi {

    private static final String PASSWORD = "a good passphrase";
    private static final String PENDING =
            "Invalid Request, cannot add a pending user account and provide a password at the same time.";

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
    }

    @Test
    void whoeverIsAddedPendingGetsAnIdAndAToken() {
        var name = name();

        var data = data(add(Map.of("username", name)));

        assertThat(data).hasSize(2);
        assertThat(data.get("token").asText()).hasSizeGreaterThan(30);
        var user = read(data.get("id").asText());
        assertThat(user.get("username").asText()).isEqualTo(name);
        assertThat(user.get("status").asText()).isEqualTo("pendingNew");
    }

    @Test
    void whoeverIsAddedActiveGetsAnIdAlone() {
        var data = data(add(active()));

        assertThat(data).hasSize(1);
        assertThat(read(data.get("id").asText()).get("status").asText()).isEqualTo("active");
    }

    @Test
    void theUserIsShownAsSoajsKeepsIt() {
        var name = name();
        tenant.group(code("g"));
        var group = code("h");
        tenant.group(group);
        var before = System.currentTimeMillis();

        var body = active();
        body.put("username", name);
        body.put("profile", Map.of("age", 31));
        body.put("groups", List.of(group));
        body.put("pin", Map.of("code", unique("pin"), "allowed", true));
        var id = data(add(body)).get("id").asText();

        var user = (ObjectNode) read(id);
        assertThat(user.remove("ts").asLong()).isBetween(before - 60_000, before + 60_000);
        assertThat(user).isEqualTo(json("""
                {"_id": "%s", "username": "%s", "firstName": "John", "lastName": "Doe", "email": "%s@domain.com",
                 "status": "active", "profile": {"age": 31}, "groups": ["%s"], "config": {},
                 "tenant": {"id": "%s", "code": "%s", "pin": {"allowed": true}}}""".formatted(id, name, name, group, tenant.id, tenant.code)));
    }

    @ParameterizedTest
    @CsvSource({"pendingNew, secret, secret", "active, , ", "active, '', ''", "inactive, , "})
    void pendingUsersHaveNoPasswordAndOthersHaveOne(String status, String password, String confirmation) {
        var body = new LinkedHashMap<String, Object>(Map.of("status", status));
        body.put("password", password);
        body.put("confirmation", confirmation);

        assertRefused(add(body), 424, PENDING);
    }

    @Test
    void thePasswordIsConfirmed() {
        var body = active();
        body.put("confirmation", "other");

        assertRefused(add(body), 408, "The password and its confirmation do not match");
    }

    @Test
    void aPasswordWithoutAConfirmationIsNotConfirmed() {
        var body = active();
        body.remove("confirmation");

        assertRefused(add(body), 408, "The password and its confirmation do not match");
    }

    @Test
    void aUserNameOrAnAddressThatIsTakenAnswers402() {
        var name = name();
        data(add(Map.of("username", name)));

        assertRefused(
                add(Map.of("username", name, "email", unique("x") + "@domain.com")),
                402,
                "User account already exists.");
        assertRefused(
                add(Map.of("username", name(), "email", name + "@domain.com")), 402, "User account already exists.");
        assertRefused(add(Map.of("username", name.toUpperCase(Locale.ROOT))), 402, "User account already exists.");
    }

    @Test
    void theChecksComeInTheOrderOfTheOriginal() {
        var name = name();
        data(add(Map.of("username", name)));
        var body = active();
        body.put("username", name);
        body.put("confirmation", "other");
        body.put("status", "pendingNew");

        assertRefused(addTo("?tId=x&tCode=y", body), 424, PENDING);
        body.put("status", "active");
        assertRefused(addTo("?tId=x&tCode=y", body), 408, "The password and its confirmation do not match");
        body.put("confirmation", PASSWORD);
        assertRefused(addTo("?tId=x&tCode=y", body), 402, "User account already exists.");
        body.put("username", name());
        body.put("email", unique("y") + "@domain.com");
        assertRefused(addTo("?tId=x&tCode=y", body), 611, "Invalid tenant id provided");
    }

    @Test
    void aGroupThatIsNotThereIsNotFound() {
        assertRefused(add(Map.of("groups", List.of("NOWHERE"))), 415, "Unable to find group.");
    }

    @Test
    void aProfileMayComeAsText() {
        var id = data(add(Map.of("profile", "{\"age\": 31}"))).get("id").asText();

        assertThat(read(id).get("profile")).isEqualTo(json("{\"age\": 31}"));
    }

    @ParameterizedTest
    @CsvSource({"age", "[]", "'\"text\"'", "'{\"a\":'"})
    void aProfileThatIsNoObjectAsTextIsRefused(String profile) {
        assertRefused(
                add(Map.of("profile", profile)),
                413,
                "Invalid profile field provided. Profile should be a stringified object.");
    }

    @Test
    void aProfileOfAnotherTypeDoesNotValidate() {
        assertRefused(
                add(Map.of("profile", 5)),
                173,
                "Validation failed for field: profile -> The parameter 'profile' failed due to: instance is not of a"
                        + " type(s) object");
    }

    @Test
    void aFormSpellsListsAndObjectsWithBrackets() {
        var group = code("f");
        tenant.group(group);

        var answer = tenant.post("/urac/admin/addUser")
                .form(
                        "username",
                        name(),
                        "firstName",
                        "John",
                        "lastName",
                        "Doe",
                        "email",
                        unique("f") + "@domain.com",
                        "groups[]",
                        group,
                        "pin[code]",
                        unique("pin"),
                        "pin[allowed]",
                        "true",
                        "profile[age]",
                        "31",
                        "tId",
                        tenant.id,
                        "tCode",
                        tenant.code)
                .send();

        var user = read(data(answer).get("id").asText());
        assertThat(user.get("groups")).isEqualTo(json("[\"" + group + "\"]"));
        assertThat(user.get("profile")).isEqualTo(json("{\"age\": \"31\"}"));
        assertThat(user.at("/tenant/pin")).isEqualTo(json("{\"allowed\": true}"));
    }

    @Test
    void aPinOfSomebodyElseIsRefusedWithTheUser() {
        var pin = unique("pin");
        data(add(Map.of("pin", Map.of("code", pin, "allowed", true))));
        var name = name();

        assertRefused(
                add(Map.of("username", name, "pin", Map.of("code", pin, "allowed", true))),
                407,
                "Problem validating Request. Please try again.");

        assertData(tenant.get("/urac/admin/users/count?keywords=" + name).send(), "{\"count\": 0}");
    }

    @Test
    void aPinThatIsTooShortIsToldOf() {
        assertThat(add(Map.of("pin", Map.of("code", "12", "allowed", true)))
                        .json()
                        .at("/errors/codes/0")
                        .asInt())
                .isEqualTo(173);
    }

    @Test
    void trueInThePlaceOfAPinDrawsOne() {
        var id = data(add(Map.of("pin", Map.of("code", true, "allowed", true))))
                .get("id")
                .asText();

        assertThat(read(id).at("/tenant/pin")).isEqualTo(json("{\"allowed\": true}"));
    }

    @Test
    void anAddressThatTheDirectoryDoesNotTakeIsToldOfAsTheMaskDoes() {
        assertRefused(
                add(Map.of("email", "john@[127.0.0.1]")),
                173,
                "Validation failed for field: email -> The parameter 'email' failed due to: instance does not conform"
                        + " to the \"email\" format");
    }

    @Test
    void aFirstNameOfSeveralLinesIsToldOf() {
        var answer = add(Map.of("firstName", "John\nDoe"));

        assertThat(answer.json().at("/errors/details/0/message").asText())
                .startsWith("Validation failed for field: firstName -> The parameter 'firstName' failed due to:"
                        + " instance must be one line");
    }

    @Test
    void thePasswordOfAnInactiveUserIsNotKept() {
        var name = name();
        var body = active();
        body.put("username", name);
        body.put("status", "inactive");

        var id = data(add(body)).get("id").asText();

        assertThat(read(id).get("status").asText()).isEqualTo("inactive");
        var asRoster = http().get("/v1/users?username=" + name + "&tenant=" + tenant.uuid)
                .bearer(token())
                .send();
        assertThat(asRoster.json().at("/items/0/hasPassword").asBoolean()).isFalse();
    }

    private static Answer add(Map<String, ?> with) {
        return addTo(tenant.claim(), with);
    }

    private static Answer addTo(String query, Map<String, ?> with) {
        var name = with.containsKey("username") ? (String) with.get("username") : name();
        var body = new LinkedHashMap<String, Object>();
        body.put("username", name);
        body.put("firstName", "John");
        body.put("lastName", "Doe");
        body.put("email", name + "@domain.com");
        body.putAll(with);
        return tenant.post("/urac/admin/addUser" + query).json(body).send();
    }

    private static LinkedHashMap<String, Object> active() {
        return new LinkedHashMap<>(Map.of("status", "active", "password", PASSWORD, "confirmation", PASSWORD));
    }

    private static JsonNode read(String id) {
        return data(tenant.get("/urac/admin/getUser?uId=" + id).send());
    }
}
