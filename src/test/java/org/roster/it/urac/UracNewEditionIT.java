package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/** Users and groups as release 4.1.24 serves them to administrators. */
class UracNewEditionIT extends UracApi {

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
    }

    @Test
    void addingAnswersAnIdAndNothingMore() {
        var name = name();

        var data = data(add(Map.of("username", name)));

        assertThat(data).hasSize(1);
        var user = read(data.get("id").asText());
        assertThat(user.get("username").asText()).isEqualTo(name);
        assertThat(user.get("status").asText()).isEqualTo("pendingNew");
    }

    @Test
    void withoutAUserNameOneIsMadeUp() {
        var id = data(tenant.post("/urac/admin/user")
                        .json("{\"firstName\": \"John\", \"lastName\": \"Doe\"}")
                        .send())
                .get("id")
                .asText();

        var user = read(id);
        assertThat(user.get("username").asText()).matches("[a-z0-9]{20,50}");
        assertThat(user.has("email")).isFalse();
    }

    @Test
    void whoIsThereAlreadyAnswers402OfTheNewerEdition() {
        var name = name();
        data(add(Map.of("username", name)));

        assertRefused(add(Map.of("username", name, "email", unique("x") + "@domain.com")), 402, "User Already exists.");
        assertRefused(add(Map.of("username", name(), "email", name + "@domain.com")), 402, "User Already exists.");
    }

    @Test
    void aUserNameHasFiveCharactersAtLeast() {
        assertRefused(
                add(Map.of("username", "abcd")),
                173,
                "Validation failed for field: username -> The parameter 'username' failed due to: instance does not meet"
                        + " minimum length of 5");
    }

    @Test
    void aPinIsDrawnAndBothItsMembersAreNeeded() {
        assertRefused(
                add(Map.of("pin", Map.of("code", true))),
                173,
                "Validation failed for field: pin -> The parameter 'pin' failed due to: instance requires property"
                        + " \"allowed\"");
        var id = data(add(Map.of("pin", Map.of("code", true, "allowed", true))))
                .get("id")
                .asText();

        assertThat(read(id).at("/tenant/pin")).isEqualTo(json("{\"allowed\": true}"));
        var user = Map.of("id", id);
        assertData(pin(user, Map.of("reset", false, "allowed", false)), "true");
        assertThat(read(id).at("/tenant/pin")).isEqualTo(json("{\"allowed\": false}"));
        assertData(pin(user, Map.of("delete", true)), "true");
        assertThat(read(id).at("/tenant/pin").isMissingNode()).isTrue();
        assertRefused(pin(user, Map.of()), 602, "Model error: User: pin [code or allowed] is required.");
        assertRefused(pin(Map.of(), Map.of("delete", true)), 532, "user [id | username | email] is required");
        assertRefused(
                pin(Map.of("id", "57c6eb28962f94a7caab8a22"), Map.of("delete", true)), 520, "Unable to find user.");
    }

    @Test
    void aUserMayKeepItsIdFromElsewhere() {
        var id = "5d7fee0876186d9ab9b36492";
        var body = Map.of(
                "id",
                id,
                "username",
                name(),
                "firstName",
                "John",
                "lastName",
                "Doe",
                "tenant",
                Map.of("id", tenant.id, "code", tenant.code));

        assertData(tenant.post("/urac/admin/user/tenant").json(body).send(), "{\"id\": \"" + id + "\"}");
        assertThat(read(id).get("status").asText()).isEqualTo("active");
    }

    @Test
    void anEditChangesWhatIsGiven() {
        var group = code("G");
        tenant.group(group);
        var id = data(add(Map.of("groups", List.of(group)))).get("id").asText();
        var before = read(id);

        assertData(edit(id, Map.of("firstName", "Johnny", "phone", "+1 555", "ln", "en")), "true");

        var user = read(id);
        assertThat(user.get("firstName").asText()).isEqualTo("Johnny");
        assertThat(user.get("lastName")).isEqualTo(before.get("lastName"));
        assertThat(user.get("groups")).isEqualTo(json("[\"" + group + "\"]"));
        assertThat(user.get("phone").asText()).isEqualTo("+1 555");
        assertThat(user.get("ln").asText()).isEqualTo("en");
        assertData(edit(id, Map.of("groups", List.of())), "true");
        assertThat(read(id).get("groups")).isEmpty();
        assertRefused(edit(id, Map.of()), 602, "Model error: User: nothing to update.");
        assertRefused(edit("57c6eb28962f94a7caab8a22", Map.of("firstName", "x")), 520, "Unable to find user.");
    }

    @Test
    void anAddressOfSomebodyElseAnswers526() {
        var name = name();
        data(add(Map.of("username", name)));
        var id = data(add(Map.of())).get("id").asText();

        assertRefused(edit(id, Map.of("email", name + "@domain.com")), 526, "Email already exists.");
        assertRefused(edit(id, Map.of("username", name)), 402, "User Already exists.");
        assertRefused(edit(id, Map.of("groups", List.of("NOWHERE"))), 420, "Unable to find group.");
    }

    @Test
    void aStatusIsChangedAndAPasswordSetForWhoeverIsOpen() {
        var id = data(add(Map.of())).get("id").asText();
        var password = Map.of("id", id, "password", "a good passphrase");

        assertRefused(tenant.put("/urac/admin/account/password").json(password).send(), 520, "Unable to find user.");
        assertData(
                tenant.put("/urac/admin/user/status")
                        .json(Map.of("id", id, "status", "active"))
                        .send(),
                "true");
        assertData(tenant.put("/urac/admin/account/password").json(password).send(), "true");
        assertThat(read(id).get("status").asText()).isEqualTo("active");
    }

    @Test
    void aPasswordThatIsEncryptedAlreadyIsKept() {
        var hash = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

        assertThat(data(add(Map.of("status", "active", "password", hash, "passwordEncrypted", true))))
                .hasSize(1);
        assertThat(add(Map.of("status", "active", "password", "a good passphrase", "passwordEncrypted", true))
                        .json()
                        .at("/errors/codes/0")
                        .asInt())
                .isEqualTo(173);
    }

    @Test
    void aDeletedUserIsAnsweredOnceMoreAndGone() {
        var id = data(add(Map.of())).get("id").asText();

        assertThat(data(tenant.delete("/urac/admin/user?id=" + id).send())
                        .get("_id")
                        .asText())
                .isEqualTo(id);
        assertRefused(tenant.get("/urac/admin/user?id=" + id).send(), 520, "Unable to find user.");
        assertRefused(tenant.delete("/urac/admin/user?id=" + id).send(), 520, "Unable to find user.");
    }

    @Test
    void listsComeByFirstNameAndInThreeShapes() {
        var own = UracTenant.fresh();
        var ids = List.of(
                data(addTo(own, Map.of("firstName", "Zoe", "status", "active")))
                        .get("id")
                        .asText(),
                data(addTo(own, Map.of("firstName", "Adam"))).get("id").asText());

        assertThat(data(own.get("/urac/admin/users").send()).findValuesAsText("firstName"))
                .containsExactly("Adam", "Zoe");
        assertThat(data(own.get("/urac/admin/users?status=active").send()).findValuesAsText("firstName"))
                .containsExactly("Zoe");
        assertThat(data(own.get("/urac/admin/users?scope=otherTenancyInvited").send()))
                .isEmpty();
        var page = data(own.get("/urac/api-v2/admin/users?limit=1").send());
        assertThat(page.get("count").asInt()).isEqualTo(2);
        assertThat(page.get("items").findValuesAsText("firstName")).containsExactly("Adam");
        var basic = data(own.get("/urac/users?limit=1&skip=1").send());
        assertThat(basic.get("count").asInt()).isEqualTo(2);
        assertThat(basic.get("limit").asInt()).isEqualTo(1);
        assertThat(basic.get("skip").asInt()).isEqualTo(1);
        assertThat(basic.at("/items/0").properties().stream().map(Map.Entry::getKey))
                .containsExactly("_id", "firstName", "lastName", "profile", "status", "ts");
        var byIds = own.post("/urac/admin/users/ids")
                .json(Map.of("ids", List.of(ids.get(0), "57c6eb28962f94a7caab8a22", "x", ids.get(1))))
                .send();
        assertThat(data(byIds).findValuesAsText("_id")).containsExactlyElementsOf(ids);
    }

    @Test
    void aGroupIsMadeOfPackagesAndEnvironments() {
        var code = code("G");

        var group = data(addGroup(code));

        assertThat(group.get("config"))
                .isEqualTo(json("{\"allowedEnvironments\": {\"DEV\": {}}, \"allowedPackages\": {\"P\": [\"P_A\"]}}"));
        assertThat(data(tenant.get("/urac/admin/group?code=" + code).send())).isEqualTo(group);
        assertRefused(tenant.get("/urac/admin/group?code=NOWHERE").send(), 420, "Unable to find group.");
        assertThat(data(tenant.get("/urac/admin/groups").send()).findValuesAsText("code"))
                .contains(code);
        assertThat(data(tenant.get("/urac/admin/groups/tenant?tenantId=" + tenant.id)
                                .send())
                        .findValuesAsText("code"))
                .contains(code);
    }

    @Test
    void aGroupIsEditedAndDeleted() {
        var id = data(addGroup(code("G"))).get("_id").asText();
        var body = Map.of(
                "id",
                id,
                "name",
                "New",
                "packages",
                List.of(Map.of("product", "Q", "packages", List.of("Q_A"))),
                "environments",
                List.of("stg"));

        assertData(tenant.put("/urac/admin/group").json(body).send(), "true");

        var group = data(tenant.get("/urac/admin/group?id=" + id).send());
        assertThat(group.get("name").asText()).isEqualTo("New");
        assertThat(group.get("description").asText()).isEqualTo("A group");
        assertThat(group.get("config")).isEqualTo(json("""
                {"allowedEnvironments": {"DEV": {}, "STG": {}}, "allowedPackages": {"P": ["P_A"], "Q": ["Q_A"]}}"""));
        assertData(tenant.delete("/urac/admin/group?id=" + id).send(), "true");
        assertRefused(tenant.delete("/urac/admin/group?id=" + id).send(), 420, "Unable to find group.");
    }

    @Test
    void severalGroupsAreAllowedThingsTogether() {
        var first = data(addGroup(code("G")));
        var second = data(addGroup(code("G")));
        var ids = List.of(first.get("_id").asText(), second.get("_id").asText());

        assertData(
                tenant.put("/urac/admin/groups/environments")
                        .json(Map.of("environments", List.of("prod"), "groups", Map.of("ids", ids)))
                        .send(),
                "true");
        assertData(
                tenant.put("/urac/admin/groups/packages")
                        .json(Map.of(
                                "packages",
                                List.of(Map.of("product", "P", "packages", List.of("P_B"))),
                                "groups",
                                Map.of("codes", List.of(second.get("code").asText()))))
                        .send(),
                "true");

        var group = data(tenant.get("/urac/admin/group?id=" + ids.get(1)).send());
        assertThat(group.at("/config/allowedEnvironments")).isEqualTo(json("{\"DEV\": {}, \"PROD\": {}}"));
        assertThat(group.at("/config/allowedPackages")).isEqualTo(json("{\"P\": [\"P_B\"]}"));
        assertRefused(
                tenant.put("/urac/admin/groups/environments")
                        .json(Map.of("environments", List.of("prod"), "groups", Map.of()))
                        .send(),
                400,
                "Business logic required data are missing.");
    }

    @Test
    void severalGroupsAreMadeAndDeletedTogether() {
        var codes = List.of(code("G"), code("G"));
        var groups = codes.stream()
                .map(code -> Map.of(
                        "code",
                        code,
                        "name",
                        "n",
                        "description",
                        "d",
                        "packages",
                        List.of(Map.of("product", "P", "packages", List.of("P_A")))))
                .toList();

        var made = data(
                tenant.post("/urac/admin/groups").json(Map.of("groups", groups)).send());
        assertThat(made.findValuesAsText("code")).isEqualTo(concat(codes, tenant.code));

        var answer = tenant.delete("/urac/admin/groups/tenant?tenant%5Bid%5D=" + tenant.id)
                .json(Map.of("ids", made.findValuesAsText("_id")))
                .send();
        assertData(answer, "true");
        assertRefused(tenant.get("/urac/admin/group?code=" + codes.get(0)).send(), 420, "Unable to find group.");
    }

    @Test
    void aUsersGroupsTakeThePlaceOfThoseBefore() {
        var group = code("G");
        tenant.group(group);
        var id = data(add(Map.of())).get("id").asText();
        var body = Map.of("user", Map.of("id", id), "groups", List.of(group));

        assertData(tenant.put("/urac/admin/user/groups").json(body).send(), "true");

        assertThat(read(id).get("groups")).isEqualTo(json("[\"" + group + "\"]"));
        assertRefused(
                tenant.put("/urac/admin/user/groups")
                        .json(Map.of("user", Map.of("id", id), "groups", List.of(group, group)))
                        .send(),
                173,
                "Validation failed for field: groups -> The parameter 'groups' failed due to: instance contains"
                        + " duplicate item");
    }

    /** Each record names its own code and its tenant's. */
    private static List<String> concat(List<String> codes, String tenantCode) {
        return codes.stream()
                .flatMap(code -> List.of(code, tenantCode).stream())
                .toList();
    }

    private static Answer add(Map<String, ?> with) {
        return addTo(tenant, with);
    }

    private static Answer addTo(UracTenant of, Map<String, ?> with) {
        var name = with.containsKey("username") ? (String) with.get("username") : name();
        var body = new LinkedHashMap<String, Object>();
        body.put("username", name);
        body.put("firstName", "John");
        body.put("lastName", "Doe");
        body.put("email", name + "@domain.com");
        body.putAll(with);
        return of.post("/urac/admin/user").json(body).send();
    }

    private static Answer edit(String id, Map<String, ?> with) {
        var body = new LinkedHashMap<String, Object>(with);
        body.put("id", id);
        return tenant.put("/urac/admin/user").json(body).send();
    }

    private static Answer pin(Map<String, ?> user, Map<String, ?> pin) {
        return tenant.put("/urac/admin/user/pin")
                .json(Map.of("user", user, "pin", pin))
                .send();
    }

    private static Answer addGroup(String code) {
        return tenant.post("/urac/admin/group")
                .json(Map.of(
                        "code",
                        code,
                        "name",
                        "Group",
                        "description",
                        "A group",
                        "packages",
                        List.of(Map.of("product", "P", "packages", List.of("P_A"))),
                        "environments",
                        List.of("dev")))
                .send();
    }

    private static JsonNode read(String id) {
        return data(tenant.get("/urac/admin/user?id=" + id).send());
    }
}
