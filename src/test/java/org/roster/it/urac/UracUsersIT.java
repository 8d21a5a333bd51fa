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
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** Users as release 2.4.12 lists, reads and edits them. */
class UracUsersIT extends UracApi {

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
    }

    @Test
    void aListShowsUsersInTheOrderOfTheirMaking() {
        var own = UracTenant.fresh();
        var first = name();
        var second = name();
        own.user(first);
        own.user(second);

        var users = data(own.get("/urac/admin/listUsers").send());

        assertThat(users.findValuesAsText("username")).containsExactly(first, second);
        assertThat(users.get(0).has("config")).isFalse();
        assertThat(users.get(0).has("password")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "start=1, 2",
        "limit=2, 2",
        "start=1&limit=1, 1",
        "start=-1, 3",
        "limit=5000, 3",
        "limit=0, 3",
        "start=9, 0",
        "start=1abc, 2",
        "config=true, 3",
        "tId=, 0"
    })
    void aListIsCutByStartAndLimit(String query, int count) {
        var own = UracTenant.fresh();
        for (int i = 0; i < 3; i++) {
            own.user(name());
        }

        var answer = own.get("/urac/admin/listUsers?" + query).send();

        if (query.equals("tId=")) {
            assertRefused(answer, 611, "Invalid tenant id provided");
        } else {
            assertThat(data(answer)).hasSize(count);
        }
    }

    @Test
    void keywordsAreWordsAndNoExpression() {
        var own = UracTenant.fresh();
        var name = name();
        own.user(name);
        own.user(name());

        assertThat(usernames(own, name.substring(1, name.length() - 1))).containsExactly(name);
        assertThat(usernames(own, name.substring(1).toUpperCase(Locale.ROOT))).containsExactly(name);
        for (String expression : List.of(".*", "%", "_", "^john", "(a+)+$")) {
            assertThat(usernames(own, expression)).isEmpty();
        }
        assertData(own.get("/urac/admin/users/count").query("keywords", name).send(), "{\"count\": 1}");
        assertData(own.get("/urac/admin/users/count").send(), "{\"count\": 2}");
        assertData(own.get("/urac/admin/users/count?keywords=").send(), "{\"count\": 2}");
    }

    @Test
    void aListTakesItsKeywordsFromTheBodyToo() {
        var name = name();
        tenant.user(name);

        var answer = tenant.get("/urac/admin/users/count");

        assertData(answer.json(Map.of("keywords", name)).send(), "{\"count\": 1}");
    }

    @Test
    void theIdOfNobodyIsNotFoundAndWhatIsNoIdIsInvalid() {
        assertRefused(
                tenant.get("/urac/admin/getUser?uId=57c6eb28962f94a7caab8a22").send(),
                405,
                "Unable to find User. Please try again.");
        assertRefused(
                tenant.get("/urac/admin/getUser?uId=twelve-chars").send(),
                405,
                "Unable to find User. Please try again.");
        assertRefused(tenant.get("/urac/admin/getUser?uId=x").send(), 411, "invalid user id provided");
        assertRefused(tenant.get("/urac/admin/getUser").send(), 172, "Missing required field: uId");
    }

    @Test
    void anAccountIsClosedAndOpened() {
        var user = user();

        assertData(status(user, "inactive"), "true");
        assertThat(read(user).get("status").asText()).isEqualTo("inactive");
        assertData(status(user, "active"), "true");
        assertThat(read(user).get("status").asText()).isEqualTo("active");
        assertThat(status(user, "pendingNew")
                        .json()
                        .at("/errors/details/0/message")
                        .asText())
                .isEqualTo(
                        "Validation failed for field: status -> The parameter 'status' failed due to: instance is not"
                                + " one of enum values: active,inactive");
    }

    @Test
    void anEditPutsTheWholeRecordInThePlaceOfTheOneBefore() {
        var group = code("g");
        tenant.group(group);
        var user = user();
        var name = name();

        assertData(edit(user, Map.of("username", name, "groups", List.of(group), "profile", Map.of("a", 1))), "true");
        assertThat(read(user).get("groups")).isEqualTo(json("[\"" + group + "\"]"));
        assertData(edit(user, Map.of("username", name, "status", "inactive")), "true");

        var edited = (ObjectNode) read(user);
        edited.remove("ts");
        assertThat(edited).isEqualTo(json("""
                {"_id": "%s", "username": "%s", "firstName": "Jane", "lastName": "Roe", "email": "%s@domain.com",
                 "status": "inactive", "profile": {"a": 1}, "groups": [], "config": {},
                 "tenant": {"id": "%s", "code": "%s"}}""".formatted(user, name, name, tenant.id, tenant.code)));
    }

    @Test
    void whatIsTakenIsNotTakenAgain() {
        var taken = name();
        tenant.user(taken);
        var user = user();

        assertRefused(
                edit(user, Map.of("username", taken, "email", unique("e") + "@domain.com")),
                410,
                "username taken, please choose another username");
        assertRefused(edit(user, Map.of("email", taken + "@example.com")), 402, "User account already exists.");
        assertRefused(edit(user, Map.of("groups", List.of("NOWHERE"))), 415, "Unable to find group.");
    }

    @Test
    void aNewPasswordIsConfirmed() {
        var user = user();

        assertRefused(
                edit(user, Map.of("password", "a good passphrase", "confirmation", "other")),
                408,
                "The password and its confirmation do not match");
        assertData(edit(user, Map.of("password", "a good passphrase", "confirmation", "a good passphrase")), "true");
        assertData(edit(user, Map.of("password", "", "confirmation", "x")), "true");
    }

    @Test
    void aPinIsSetWithTheRecordAndNeverShown() {
        var user = user();

        assertData(edit(user, Map.of("pin", Map.of("code", unique("pin"), "allowed", true))), "true");
        assertThat(read(user).at("/tenant/pin")).isEqualTo(json("{\"allowed\": true}"));
        assertData(edit(user, Map.of("pin", Map.of("allowed", false))), "true");
        assertThat(read(user).at("/tenant/pin")).isEqualTo(json("{\"allowed\": false}"));
    }

    @Test
    void aPinThatIsTakenLeavesTheRecordAsItWas() {
        var pin = unique("pin");
        assertData(edit(user(), Map.of("pin", Map.of("code", pin))), "true");
        var user = user();
        var before = read(user);

        assertRefused(
                edit(user, Map.of("firstName", "Other", "pin", Map.of("code", pin))),
                407,
                "Problem validating Request. Please try again.");

        assertThat(read(user)).isEqualTo(before);
    }

    @Test
    void packagesAndKeysAreKeptAsTheyAre() {
        var user = user();

        assertData(config(user, "{\"packages\": {\"P\": {\"acl\": {}}}, \"keys\": {\"k\": {\"acl\": 1}}}"), "true");
        assertData(config(user, "{\"packages\": {\"Q\": {}}}"), "true");

        assertThat(read(user).get("config"))
                .isEqualTo(json("{\"packages\": {\"Q\": {}}, \"keys\": {\"k\": {\"acl\": 1}}}"));
        assertThat(data(tenant.get("/urac/admin/listUsers?config=true&keywords="
                                        + read(user).get("username").asText())
                                .send())
                        .at("/0/config/packages"))
                .isEqualTo(json("{\"Q\": {}}"));
    }

    @Test
    void noOtherContractShowsWhatSoajsKeeps() {
        var user = user();
        assertData(config(user, "{\"packages\": {\"SECRETLY\": {}}}"), "true");

        var answer =
                http().get("/v1/users?tenant=" + tenant.uuid).bearer(token()).send();

        assertThat(answer.text()).doesNotContain("SECRETLY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"editUser", "editUserConfig"})
    void aLockedRecordCannotBeEdited(String endpoint) {
        var user = user();
        lock(read(user).get("username").asText());

        var answer = endpoint.equals("editUser") ? edit(user, Map.of()) : config(user, "{}");

        assertRefused(answer, 500, "This record in locked. You cannot modify or delete it");
        assertThat(read(user).get("locked").asBoolean()).isTrue();
        assertRefused(status(user, "active"), 405, "Unable to find User. Please try again.");
    }

    @Test
    void allIsUsersAndGroups() {
        var own = UracTenant.fresh();
        var name = name();
        own.user(name);
        own.group("ONE");

        var all = data(own.get("/urac/admin/all").send());

        assertThat(all.get("users").findValuesAsText("username")).containsExactly(name);
        assertThat(all.get("groups").findValuesAsText("code")).contains("ONE");
        assertThat(all.at("/users/0/config")).isEqualTo(json("{}"));
    }

    private static List<String> usernames(UracTenant of, String keywords) {
        return data(of.get("/urac/admin/listUsers").query("keywords", keywords).send())
                .findValuesAsText("username");
    }

    /** The id of a user who was just added, active. */
    private static String user() {
        var name = name();
        return data(tenant.post("/urac/admin/addUser" + tenant.claim())
                        .json(Map.of(
                                "username",
                                name,
                                "firstName",
                                "Jane",
                                "lastName",
                                "Roe",
                                "email",
                                name + "@domain.com",
                                "status",
                                "active",
                                "password",
                                "a good passphrase",
                                "confirmation",
                                "a good passphrase"))
                        .send())
                .get("id")
                .asText();
    }

    private static Answer edit(String id, Map<String, ?> with) {
        var name = with.containsKey("username") ? (String) with.get("username") : name();
        var body = new LinkedHashMap<String, Object>();
        body.put("username", name);
        body.put("firstName", "Jane");
        body.put("lastName", "Roe");
        body.put("email", name + "@domain.com");
        body.put("status", "active");
        body.putAll(with);
        return tenant.post("/urac/admin/editUser?uId=" + id).json(body).send();
    }

    private static Answer config(String id, String config) {
        return tenant.post("/urac/admin/editUserConfig?uId=" + id)
                .json("{\"config\": " + config + "}")
                .send();
    }

    private static Answer status(String id, String status) {
        return tenant.get("/urac/admin/changeUserStatus?uId=" + id + "&status=" + status)
                .send();
    }

    private static JsonNode read(String id) {
        return data(tenant.get("/urac/admin/getUser?uId=" + id).send());
    }

    private static void lock(String username) {
        var found = http().get("/v1/users?username=" + username + "&tenant=" + tenant.uuid)
                .bearer(token())
                .send()
                .json()
                .at("/items/0/id")
                .asText();
        var answer = http().patch("/v1/users/" + found + "?tenant=" + tenant.uuid)
                .bearer(token())
                .mergePatch("{\"accountLocked\": true}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
