package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Http;

/** Users invited to other tenants, in both editions. Only a platform caller reaches beyond its own tenant. */
class UracInvitationsIT extends UracApi {

    private static UracTenant home;
    private static UracTenant other;
    private static String platform;

    private String name;

    @BeforeAll
    static void build() {
        home = UracTenant.fresh();
        other = UracTenant.fresh();
        platform = home.keyFor(
                Stream.concat(UracTenant.ALL.stream(), Stream.of("platform")).toList());
    }

    @BeforeEach
    void somebody() {
        name = name();
        home.user(name);
    }

    @Test
    void whoIsInvitedIsAGuestWithGroupsAndAPinThere() {
        var group = code("G");
        other.group(group);

        assertData(
                invite(Map.of("groups", List.of(group), "pin", Map.of("code", unique("pin"), "allowed", true))),
                "true");

        assertThat(read().get("config")).isEqualTo(json("""
                {"allowedTenants": [{"tenant": {"id": "%s", "code": "%s", "pin": {"allowed": true}}, "groups": ["%s"]}]}""".formatted(other.id, other.code, group)));
        assertRefused(invite(Map.of()), 429, "You already invited this user.");
    }

    @Test
    void somebodyMustBeNamed() {
        assertRefused(send("POST", "/urac/admin/inviteUser", to()), 428, "A username or an email must be provided.");
        assertRefused(
                send("POST", "/urac/admin/inviteUser?username=nobody", to()),
                405,
                "Unable to find User. Please try again.");
        assertRefused(
                send("POST", "/urac/admin/inviteUser?username=" + name + "&email=other@example.com", to()),
                405,
                "Unable to find User. Please try again.");
        assertData(send("POST", "/urac/admin/inviteUser?email=" + name + "@example.com", to()), "true");
    }

    @Test
    void nobodyInvitesToATenantThatIsNotTheirs() {
        var answer =
                home.post("/urac/admin/inviteUser?username=" + name).json(to()).send();
        var unknown = home.post("/urac/admin/inviteUser?username=" + name)
                .json(Map.of("tenantId", "57c6eb28962f94a7caab8a22", "tenantCode", "NOWHERE"))
                .send();

        assertRefused(answer, 611, "Invalid tenant id provided");
        assertThat(unknown.text()).isEqualTo(answer.text());
        assertThat(read().get("config")).isEqualTo(json("{}"));
    }

    @Test
    void aGuestsPinAndGroupsAreChangedAndTaken() {
        var group = code("G");
        other.group(group);
        var config = "/urac/admin/userTenantConfig?username=" + name;
        var body = new LinkedHashMap<String, Object>(Map.of("tenantId", other.id));

        assertRefused(send("PUT", config, body), 430, "Tenant not found for this user.");
        assertData(invite(Map.of()), "true");
        body.put("pin", Map.of("code", unique("pin"), "allowed", true));
        body.put("groups", List.of(group));
        assertData(send("POST", config, body), "true");
        assertThat(place().get("groups")).isEmpty();
        assertThat(place().at("/tenant/pin/allowed").asBoolean()).isTrue();
        assertData(send("PUT", config, body), "true");
        assertThat(place().get("groups")).isEqualTo(json("[\"" + group + "\"]"));

        var without = "/urac/admin/pinConfig?username=" + name + "&tenantId=" + other.id;
        assertData(http().delete(without).header("key", platform).send(), "true");
        assertThat(place().at("/tenant/pin").isMissingNode()).isTrue();
    }

    @Test
    void anInvitationIsTakenBack() {
        assertData(invite(Map.of()), "true");
        var path = "/urac/admin/unInviteUsers?tenantId=" + other.id;

        assertRefused(send("PUT", path, Map.of()), 428, "A username or an email must be provided.");
        assertData(send("PUT", path, Map.of("username", List.of(name, "nobody"))), "1");
        assertData(send("PUT", path, Map.of("email", List.of(name + "@example.com"))), "0");
        assertThat(read().get("config")).isEqualTo(json("{}"));
    }

    @Test
    void theConfigOfAUserSettlesWhereItIsAGuest() {
        var group = code("G");
        other.group(group);
        var place = Map.of("tenant", Map.of("id", other.id, "code", other.code), "groups", List.of(group));

        assertData(config(platform, List.of(place)), "true");
        assertThat(place().get("groups")).isEqualTo(json("[\"" + group + "\"]"));
        // What was read may be sent back by somebody who reaches no further than home; anything else may not.
        assertData(config(home.key, List.of(place)), "true");
        assertRefused(
                config(home.key, List.of(Map.of("tenant", Map.of("id", UracTenant.published().id, "code", "DBTN")))),
                611,
                "Invalid tenant id provided");
        assertData(config(platform, List.of()), "true");
        assertThat(read().get("config")).isEqualTo(json("{}"));
    }

    @Test
    void theNewerEditionInvitesSeveralAndSaysOfEachWhatBecameOfIt() {
        var id = read().get("_id").asText();
        var users = List.of(
                Map.of("user", Map.of("id", id)),
                Map.of("user", Map.of("username", name)),
                Map.of("user", Map.of("email", "nobody@example.com")),
                Map.of("user", Map.of("id", id), "groups", List.of("NOWHERE")));
        var tenant = Map.of("id", other.id, "code", other.code);

        var answer = send("PUT", "/urac/admin/users/invite/tenant", Map.of("users", users, "tenant", tenant));

        assertThat(data(answer)).isEqualTo(json("""
                {"succeeded": [{"id": "%1$s"}],
                 "failed": [{"id": "%1$s", "username": "%2$s", "reason": "User has already been invited."},
                            {"email": "nobody@example.com"},
                            {"id": "%1$s", "reason": "Unable to find group."}]}""".formatted(id, name)));

        var back = Map.of(
                "users", List.of(Map.of("user", Map.of("id", id)), Map.of("user", Map.of("username", "nobody"))));
        assertThat(data(other.put("/urac/admin/users/uninvite").json(back).send()))
                .isEqualTo(json("""
                {"succeeded": [{"id": "%s"}],
                 "failed": [{"reason": "Model error: User: user [nobody] was not uninvited."}]}""".formatted(id)));
    }

    @Test
    void whoIsAtHomeIsNotInvited() {
        var id = read().get("_id").asText();

        var answer = home.put("/urac/admin/users/invite")
                .json(Map.of("users", List.of(Map.of("user", Map.of("username", name)))))
                .send();

        assertThat(data(answer)).isEqualTo(json("""
                {"succeeded": [],
                 "failed": [{"id": "%s", "username": "%s", "reason": "User is already in the tenant tenancy."}]}""".formatted(id, name)));
    }

    @Test
    void aGuestOfTheTenantIsRegroupedByIt() {
        var group = code("G");
        other.group(group);
        assertData(invite(Map.of()), "true");
        var body = Map.of("user", Map.of("username", name), "groups", List.of(group));

        assertData(other.put("/urac/admin/user/groups").json(body).send(), "true");
        assertThat(place().get("groups")).isEqualTo(json("[\"" + group + "\"]"));
        assertThat(data(other.get("/urac/admin/users?scope=otherTenancyInvited").send())
                        .findValuesAsText("username"))
                .contains(name);
        var again = new LinkedHashMap<String, Object>(body);
        again.put("tenantId", other.id);
        assertData(other.put("/urac/admin/user/invited/groups").json(again).send(), "true");
        assertData(
                other.put("/urac/admin/user/pin")
                        .json(Map.of("user", Map.of("username", name), "pin", Map.of("reset", true, "allowed", true)))
                        .send(),
                "true");
        assertThat(place().at("/tenant/pin/allowed").asBoolean()).isTrue();
    }

    private Map<String, Object> to() {
        return Map.of("tenantId", other.id, "tenantCode", other.code);
    }

    private Answer invite(Map<String, ?> with) {
        var body = new LinkedHashMap<>(to());
        body.putAll(with);
        return send("POST", "/urac/admin/inviteUser?username=" + name, body);
    }

    private Answer config(String key, List<?> places) {
        return call(
                        "POST",
                        "/urac/admin/editUserConfig?uId=" + read().get("_id").asText(),
                        key)
                .json(Map.of("config", Map.of("allowedTenants", places)))
                .send();
    }

    private JsonNode read() {
        return data(home.get("/urac/admin/listUsers?config=true&keywords=" + name)
                        .send())
                .get(0);
    }

    private JsonNode place() {
        return read().at("/config/allowedTenants/0");
    }

    private static Answer send(String method, String path, Map<String, ?> body) {
        return call(method, path, platform).json(body).send();
    }

    private static Http.Call call(String method, String path, String key) {
        return http().call(method, path).header("key", key);
    }
}
