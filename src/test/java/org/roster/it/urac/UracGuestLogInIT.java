package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who is at home in one tenant and a guest in another. */
class UracGuestLogInIT extends UracPeople {

    private static UracTenant home;
    private static UracTenant host;
    private static String platform;

    @BeforeAll
    static void build() {
        home = UracTenant.fresh();
        host = UracTenant.fresh();
        platform = home.keyFor(List.of("platform", "users:update", "users:read", "users:delete"));
    }

    @Test
    void aGuestHasOnlyTheRightsOfTheTenantThatItVisits() {
        var john = person(home, group(home, "users:read", "users:delete"));
        var readers = group(host, "users:read");
        assertNoLogIn(logInAnswer(host, john.username(), PASSWORD));

        assertData(invite(john, readers), "true");

        var visiting =
                logIn(host, john.username(), PASSWORD).get("access_token").asText();
        var athome = john.token();
        assertThat(host.get("/urac/admin/getUser?uId=" + person(host).id())
                        .bearer(visiting)
                        .send()
                        .json()
                        .get("result")
                        .asBoolean())
                .isTrue();
        assertRefused(
                host.delete("/urac/admin/user?id=" + person(host).id())
                        .bearer(visiting)
                        .send(),
                160,
                "You do not belong to a group with access to this system API.");
        // Neither token is one of the other tenant.
        assertRefused(home.get("/urac/user/me").bearer(visiting).send(), 401, BAD_TOKEN);
        assertRefused(host.get("/urac/user/me").bearer(athome).send(), 401, BAD_TOKEN);
        assertRefused(
                host.get("/urac/admin/getUser?uId=" + john.id())
                        .bearer(visiting)
                        .send(),
                405,
                "Unable to find User. Please try again.");
    }

    @Test
    void aGuestIsShownAsTheTenantThatItVisitsKnowsIt() {
        var john = person(home, group(home, "users:read"));
        var readers = group(host, "books:read");
        assertData(invite(john, readers), "true");
        var visiting =
                logIn(host, john.username(), PASSWORD).get("access_token").asText();

        var me = data(host.get("/urac/user/me").bearer(visiting).send());

        assertThat(me.get("_id").asText()).isEqualTo(john.id());
        assertThat(texts(me.get("groups"))).containsExactly(readers);
        assertThat(me.get("tenant").get("code").asText()).isEqualTo(host.code);
        assertThat(me.has("config")).isFalse();
        assertData(host.get("/urac/user/tenants").bearer(visiting).send(), """
                {"tenant": {"id": "%s", "code": "%s"}, "groups": ["%s"], "allowedTenants": null}""".formatted(host.id, host.code, readers));
        assertThat(data(home.get("/urac/user/tenants").bearer(john.token()).send())
                        .get("allowedTenants"))
                .isEqualTo(json("""
                        [{"tenant": {"id": "%s", "code": "%s"}, "groups": ["%s"]}]""".formatted(host.id, host.code, readers)));
    }

    @Test
    void aGuestsAccountIsNotForTheHostToChange() {
        var john = person(home);
        assertData(invite(john), "true");
        var visiting =
                logIn(host, john.username(), PASSWORD).get("access_token").asText();
        var forbidden = "You do not belong to a group with access to this system API.";

        assertRefused(
                host.post("/urac/account/changeEmail?uId=" + john.id())
                        .bearer(visiting)
                        .form("email", name() + "@example.com")
                        .send(),
                160,
                forbidden);
        assertRefused(
                host.post("/urac/account/changeEmail?uId=" + john.id())
                        .form("email", name() + "@example.com")
                        .send(),
                405,
                "Unable to find User. Please try again.");
        assertRefused(
                host.put("/urac/account")
                        .bearer(visiting)
                        .json(Map.of("id", john.id(), "firstName", "J"))
                        .send(),
                160,
                forbidden);
    }

    @Test
    void aGuestWhoIsShownOutIsOutAtOnce() {
        var john = person(home);
        assertData(invite(john), "true");
        var tokens = logIn(host, john.username(), PASSWORD);
        var visiting = tokens.get("access_token").asText();
        assertThat(good(host, visiting)).isTrue();

        data(http().put("/urac/admin/unInviteUsers?tenantId=" + host.id)
                .header("key", platform)
                .json(Map.of("username", List.of(john.username())))
                .send());

        assertThat(good(host, visiting)).isFalse();
        assertNoLogIn(logInAnswer(host, john.username(), PASSWORD));
        assertRefused(
                host.post("/oauth/token")
                        .form(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                tokens.get("refresh_token").asText())
                        .send(),
                400,
                "Invalid refresh token");
        assertThat(logIn(home, john.username(), PASSWORD)).isNotNull();
    }

    private static org.roster.it.Answer invite(Person john, String... groups) {
        return http().post("/urac/admin/inviteUser?username=" + john.username())
                .header("key", home.keyFor(List.of("platform", "users:update", "users:read", "permissions:grant")))
                .json(Map.of("tenantId", host.id, "tenantCode", host.code, "groups", List.of(groups)))
                .send();
    }
}
