package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Answer;

/** The walls between tenants and the bounds of rights, through this contract (R6, R7, R10). */
class UracIsolationIT extends UracApi {

    private static final String NOBODY = "57c6eb28962f94a7caab8a22";

    private static final String FIELDS =
            "\"username\": \"jane-doe\", \"firstName\": \"a\", \"lastName\": \"b\", \"email\": \"jane-doe@domain.com\","
                    + " \"status\": \"active\"";

    private static UracTenant ours;
    private static UracTenant theirs;
    private static String theirUser;
    private static String theirGroup;

    @BeforeAll
    static void build() {
        ours = UracTenant.fresh();
        theirs = UracTenant.fresh();
        theirs.user("their-user");
        theirs.group("THEIRS");
        theirUser =
                data(theirs.get("/urac/admin/listUsers").send()).at("/0/_id").asText();
        theirGroup =
                data(theirs.get("/urac/admin/group/list").send()).at("/0/_id").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /urac/admin/getUser?uId={user} | ",
                "GET | /urac/admin/changeUserStatus?uId={user}&status=inactive | ",
                "POST | /urac/admin/editUser?uId={user} | {" + FIELDS + "}",
                "POST | /urac/admin/editUserConfig?uId={user} | {\"config\": {\"packages\": {}}}",
                "GET | /urac/admin/group?id={group} | ",
                "POST | /urac/admin/group/edit?gId={group} | {\"name\": \"a\", \"description\": \"b\", \"config\": {}}",
                "DELETE | /urac/admin/group/delete?gId={group} | ",
                "GET | /urac/admin/user?id={user} | ",
                "DELETE | /urac/admin/user?id={user} | ",
                "PUT | /urac/admin/user | {\"id\": \"{user}\", \"firstName\": \"a\"}",
                "PUT | /urac/admin/user/status | {\"id\": \"{user}\", \"status\": \"inactive\"}",
                "PUT | /urac/admin/account/password | {\"id\": \"{user}\", \"password\": \"secret\"}",
                "PUT | /urac/admin/user/groups | {\"user\": {\"id\": \"{user}\"}, \"groups\": []}",
                "PUT | /urac/admin/user/pin | {\"user\": {\"id\": \"{user}\"}, \"pin\": {\"reset\": true, \"allowed\": true}}",
                "PUT | /urac/admin/users/invite | {\"users\": [{\"user\": {\"id\": \"{user}\"}}]}",
                "PUT | /urac/admin/users/uninvite | {\"users\": [{\"user\": {\"id\": \"{user}\"}}]}",
                "POST | /urac/admin/users/ids | {\"ids\": [\"{user}\"]}",
                "PUT | /urac/admin/group | {\"id\": \"{group}\", \"name\": \"a\"}",
                "DELETE | /urac/admin/group?id={group} | ",
                "PUT | /urac/admin/groups/environments | {\"environments\": [\"a\"], \"groups\": {\"ids\": [\"{group}\"]}}"
            })
    void anIdFromBehindTheWallIsAsUnknownAsNobodys(String method, String path, String body) {
        var theirsNow = snapshot();

        var behind = send(method, filled(path, theirUser, theirGroup), filled(body, theirUser, theirGroup));
        var nobody = send(method, filled(path, NOBODY, NOBODY), filled(body, NOBODY, NOBODY));

        assertThat(behind.status()).isEqualTo(nobody.status());
        assertThat(behind.text().replace(theirUser, NOBODY)).isEqualTo(nobody.text());
        assertThat(snapshot()).isEqualTo(theirsNow);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /urac/admin/addUser?{claim} | {" + FIELDS + ", \"password\": \"p\", \"confirmation\": \"p\"}",
                "POST | /urac/admin/group/add?{claim} | {\"code\": \"A\", \"name\": \"a\", \"description\": \"b\", \"config\": {}}",
                "POST | /urac/admin/group/addUsers?{claim} | {\"groupCode\": \"THEIRS\", \"users\": []}",
                "GET | /urac/admin/listUsers?{claim} | ",
                "GET | /urac/admin/users/count?{claim} | ",
                "GET | /urac/admin/group/list?{claim} | ",
                "GET | /urac/admin/groups/tenant?tenantId={id} | ",
                "POST | /urac/admin/user/tenant | {" + FIELDS
                        + ", \"tenant\": {\"id\": \"{id}\", \"code\": \"{code}\"}}",
                "PUT | /urac/admin/user/invited/groups | {\"user\": {\"id\": \"{user}\"}, \"groups\": [], \"tenantId\": \"{id}\"}",
                "DELETE | /urac/admin/groups/tenant?tenant[id]={id} | {\"ids\": [\"{group}\"]}",
                "PUT | /urac/admin/unInviteUsers?tenantId={id} | {\"username\": [\"their-user\"]}"
            })
    void aTenantThatIsNotTheCallersIsAsInvalidAsNone(String method, String path, String body) {
        var theirsNow = snapshot();

        var foreign = send(method, claimed(path, theirs.id, theirs.code), claimed(body, theirs.id, theirs.code));
        var unknown = send(method, claimed(path, NOBODY, theirs.code), claimed(body, NOBODY, theirs.code));

        assertRefused(foreign, 611, "Invalid tenant id provided");
        assertThat(unknown.text()).isEqualTo(foreign.text());
        assertThat(snapshot()).isEqualTo(theirsNow);
    }

    @Test
    void anIdAndACodeMustBeOfOneTenant() {
        assertRefused(
                send(
                        "POST",
                        "/urac/admin/addUser?tId=" + ours.id + "&tCode=" + theirs.code,
                        "{" + FIELDS + ", \"password\": \"p\", \"confirmation\": \"p\"}"),
                611,
                "Invalid tenant id provided");
    }

    @Test
    void groupsAboveTheCallersRightsAreNotGiven() {
        var high = code("H");
        ours.group(high, "tenants:delete");
        var name = name();
        ours.user(name);
        var id = data(ours.get("/urac/admin/listUsers?keywords=" + name).send())
                .at("/0/_id")
                .asText();
        var groups = "\"groups\": [\"" + high + "\"]";
        var fields = FIELDS.replace("jane-doe", name());
        var answers = new ArrayList<Answer>();

        answers.add(send(
                "POST",
                "/urac/admin/addUser" + ours.claim(),
                "{" + fields + ", \"password\": \"p\", \"confirmation\": \"p\", " + groups + "}"));
        answers.add(send("POST", "/urac/admin/editUser?uId=" + id, "{" + fields + ", " + groups + "}"));
        answers.add(send("POST", "/urac/admin/user", "{" + fields + ", " + groups + "}"));
        answers.add(send("PUT", "/urac/admin/user", "{\"id\": \"" + id + "\", " + groups + "}"));
        answers.add(send("PUT", "/urac/admin/user/groups", "{\"user\": {\"id\": \"" + id + "\"}, " + groups + "}"));
        answers.add(send(
                "POST",
                "/urac/admin/group/addUsers?tId=" + ours.id,
                "{\"groupCode\": \"" + high + "\", \"users\": [\"" + name + "\"]}"));
        answers.add(
                send("POST", "/urac/admin/group/addEnvironment", "{\"env\": \"dev\", \"groups\": [\"" + high + "\"]}"));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertRefused(answer, 160, "You do not hold the rights that this would give or touch."));
        assertThat(data(ours.get("/urac/admin/getUser?uId=" + id).send()).get("groups"))
                .isEmpty();
    }

    @Test
    void whoeverHoldsMoreIsNotTouched() {
        var high = code("H");
        var group = ours.group(high, "tenants:delete");
        var name = name();
        var user = ours.user(name);
        var put = http().put("/v1/groups/" + group.get("id").asText() + "/members/"
                        + user.get("id").asText() + "?tenant=" + ours.uuid)
                .bearer(token())
                .send();
        assertThat(put.status()).as(put.toString()).isLessThan(300);
        var id = data(ours.get("/urac/admin/listUsers?keywords=" + name).send())
                .at("/0/_id")
                .asText();
        var fields = FIELDS.replace("jane-doe", name());

        var answers = List.of(
                send(
                        "POST",
                        "/urac/admin/editUser?uId=" + id,
                        "{" + fields + ", \"password\": \"p\", \"confirmation\": \"p\", \"groups\": [\"" + high
                                + "\"]}"),
                send("GET", "/urac/admin/changeUserStatus?uId=" + id + "&status=inactive", null),
                send("PUT", "/urac/admin/account/password", "{\"id\": \"" + id + "\", \"password\": \"secret\"}"),
                send(
                        "PUT",
                        "/urac/admin/user/pin",
                        "{\"user\": {\"id\": \"" + id + "\"}, \"pin\": {\"reset\": true, \"allowed\": true}}"),
                send("DELETE", "/urac/admin/user?id=" + id, null));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertRefused(answer, 160, "You do not hold the rights that this would give or touch."));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /urac/admin/addUser, users:create",
        "POST, /urac/admin/editUser, users:update",
        "POST, /urac/admin/editUserConfig, users:update",
        "GET, /urac/admin/getUser, users:read",
        "GET, /urac/admin/listUsers, users:read",
        "GET, /urac/admin/users/count, users:read",
        "GET, /urac/admin/changeUserStatus, users:update",
        "GET, /urac/admin/all, users:read",
        "GET, /urac/admin/group/list, groups:read",
        "GET, /urac/admin/group, groups:read",
        "POST, /urac/admin/group/add, groups:create",
        "POST, /urac/admin/group/edit, groups:update",
        "DELETE, /urac/admin/group/delete, groups:delete",
        "POST, /urac/admin/group/addUsers, groups:update",
        "POST, /urac/admin/group/addEnvironment, groups:update",
        "POST, /urac/admin/inviteUser, users:update",
        "PUT, /urac/admin/unInviteUsers, users:update",
        "POST, /urac/admin/userTenantConfig, users:update",
        "PUT, /urac/admin/userTenantConfig, users:update",
        "DELETE, /urac/admin/pinConfig, users:update",
        "POST, /urac/admin/user, users:create",
        "DELETE, /urac/admin/user, users:delete",
        "PUT, /urac/admin/user, users:update",
        "PUT, /urac/admin/account/password, users:update",
        "GET, /urac/users, users:read"
    })
    void everyEndpointAsksForItsRight(String method, String path, String scope) {
        var scopes = new ArrayList<>(UracTenant.ALL);
        scopes.remove(scope);
        var weak = WEAK.computeIfAbsent(scope, left -> ours.keyFor(scopes));

        assertRefused(
                http().call(method, path).header("key", weak).send(),
                160,
                "You do not belong to a group with access to this system API.");
        assertRefused(http().call(method, path).send(), 132, "A valid key is needed to access any API.");
    }

    private static final Map<String, String> WEAK = new HashMap<>();

    private static String snapshot() {
        return theirs.get("/urac/admin/all").send().text();
    }

    private static String filled(String template, String user, String group) {
        return template == null ? null : template.replace("{user}", user).replace("{group}", group);
    }

    private static String claimed(String template, String id, String code) {
        return template == null
                ? null
                : filled(template, theirUser, theirGroup)
                        .replace("{claim}", "tId=" + id + "&tCode=" + code)
                        .replace("{id}", id)
                        .replace("{code}", code);
    }

    private static Answer send(String method, String path, String body) {
        var call = http().call(method, path.replace("[", "%5B").replace("]", "%5D"))
                .header("key", ours.key);
        return (body == null ? call : call.json(body)).send();
    }
}
