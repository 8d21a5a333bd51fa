package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/** Groups as release 2.4.12 serves them. */
class UracGroupsIT extends UracApi {

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
    }

    @Test
    void addingAnswersTheRecord() {
        var code = code("G");

        var group = data(add(code));

        assertThat(group).isEqualTo(json("""
                {"_id": "%s", "code": "%s", "name": "Group", "description": "A group",
                 "config": {"allowedPackages": {"PROD": ["PKG"]}, "allowedEnvironments": {}},
                 "tenant": {"id": "%s", "code": "%s"}}""".formatted(group.get("_id").asText(), code, tenant.id, tenant.code)));
        assertThat(group.get("_id").asText()).matches("[0-9a-f]{24}");
        assertThat(read(group)).isEqualTo(group);
    }

    @Test
    void aCodeIsTakenOnce() {
        var code = code("G");
        data(add(code));

        assertRefused(add(code), 421, "Group code already exists. Choose another");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused(
                tenant.post("/urac/admin/group/add").json("{\"code\": \"A\"}").send(),
                172,
                "Missing required field: name, description, config, tId, tCode");
    }

    @Test
    void aListIsOfTheCallersTenant() {
        var own = UracTenant.fresh();
        own.group("ONE");
        own.group("TWO");

        assertThat(data(own.get("/urac/admin/group/list").send()).findValuesAsText("code"))
                .contains("ONE", "TWO");
        assertThat(data(own.get("/urac/admin/group/list?tId=" + own.id).send())).hasSize(2 + made(own));
        assertRefused(own.get("/urac/admin/group/list?tId=" + tenant.id).send(), 611, "Invalid tenant id provided");
    }

    @Test
    void anEditChangesNameDescriptionAndConfig() {
        var group = data(add(code("G")));

        var answer = tenant.post(
                        "/urac/admin/group/edit?gId=" + group.get("_id").asText())
                .json("{\"name\": \"New\", \"description\": \"Other\", \"config\": {\"allowedPackages\": {}}}")
                .send();

        assertData(answer, "true");
        var edited = read(group);
        assertThat(edited.get("name").asText()).isEqualTo("New");
        assertThat(edited.get("description").asText()).isEqualTo("Other");
        assertThat(edited.get("config")).isEqualTo(json("{\"allowedPackages\": {}}"));
    }

    @Test
    void aDeletedGroupHasNoMembersAnyMore() {
        var code = code("G");
        var id = data(add(code)).get("_id").asText();
        var name = name();
        tenant.user(name);
        assertData(members(code, name), "true");

        assertData(tenant.delete("/urac/admin/group/delete?gId=" + id).send(), "true");

        assertThat(groupsOf(name)).isEmpty();
        assertRefused(tenant.get("/urac/admin/group?id=" + id).send(), 415, "Unable to find group.");
        assertRefused(tenant.delete("/urac/admin/group/delete?gId=" + id).send(), 415, "Unable to find group.");
    }

    @Test
    void anIdOfAnotherFormIsInvalid() {
        assertRefused(tenant.get("/urac/admin/group?id=x").send(), 417, "Invalid group id provided");
        assertRefused(tenant.delete("/urac/admin/group/delete?gId=x").send(), 417, "Invalid group id provided");
        assertRefused(tenant.get("/urac/admin/group").send(), 172, "Missing required field: id");
    }

    @Test
    void theUsersOfAGroupTakeThePlaceOfThoseBefore() {
        var code = code("G");
        data(add(code));
        var first = name();
        var second = name();
        tenant.user(first);
        tenant.user(second);

        assertData(members(code, first, "nobody"), "true");
        assertThat(groupsOf(first)).containsExactly(code);
        assertData(members(code, second), "true");
        assertThat(groupsOf(first)).isEmpty();
        assertThat(groupsOf(second)).containsExactly(code);
        assertData(members(code), "true");
        assertThat(groupsOf(second)).isEmpty();
        assertRefused(members("NOWHERE", first), 415, "Unable to find group.");
    }

    @Test
    void groupsAreAllowedAnEnvironmentTogether() {
        var first = data(add(code("G")));
        var second = data(add(code("G")));
        var codes = List.of(first.get("code").asText(), second.get("code").asText());

        assertData(environment(codes, "dev"), "true");

        assertThat(read(first).at("/config/allowedEnvironments")).isEqualTo(json("{\"DEV\": {}}"));
        assertThat(read(second).at("/config/allowedEnvironments")).isEqualTo(json("{\"DEV\": {}}"));
        assertThat(read(second).at("/config/allowedPackages")).isEqualTo(json("{\"PROD\": [\"PKG\"]}"));
        assertRefused(environment(List.of(codes.get(0), "NOWHERE"), "stg"), 415, "Unable to find group.");
        assertThat(read(first).at("/config/allowedEnvironments")).isEqualTo(json("{\"DEV\": {}}"));
        assertRefused(
                environment(List.of(), "stg"),
                173,
                "Validation failed for field: groups -> The parameter 'groups' failed due to: instance does not meet"
                        + " minimum length of 1");
    }

    /** The groups that a tenant has from its making. */
    private static int made(UracTenant own) {
        return data(own.get("/urac/admin/group/list").send()).size() - 2;
    }

    private static Answer add(String code) {
        return tenant.post("/urac/admin/group/add" + tenant.claim())
                .json(Map.of(
                        "code",
                        code,
                        "name",
                        "Group",
                        "description",
                        "A group",
                        "config",
                        Map.of("allowedPackages", Map.of("PROD", List.of("PKG")), "allowedEnvironments", Map.of())))
                .send();
    }

    private static Answer members(String code, String... users) {
        return tenant.post("/urac/admin/group/addUsers?tId=" + tenant.id)
                .json(Map.of("groupCode", code, "users", users))
                .send();
    }

    private static Answer environment(List<String> codes, String environment) {
        return tenant.post("/urac/admin/group/addEnvironment")
                .json(Map.of("groups", codes, "env", environment))
                .send();
    }

    private static JsonNode read(JsonNode group) {
        return data(
                tenant.get("/urac/admin/group?id=" + group.get("_id").asText()).send());
    }

    private static List<String> groupsOf(String username) {
        return texts(
                data(tenant.get("/urac/admin/listUsers?keywords=" + username).send())
                        .at("/0/groups"));
    }
}
