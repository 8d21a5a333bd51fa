package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code /oauth}: how users of the contract log in, and how their tokens end. */
class UracOAuthIT extends UracPeople {

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
    }

    @Test
    void aPasswordBringsTokensWithoutAnEnvelope() {
        var john = person(tenant);

        var tokens = (ObjectNode) logIn(tenant, john.username(), PASSWORD);

        assertThat(tokens.fieldNames())
                .toIterable()
                .containsExactly("token_type", "access_token", "expires_in", "refresh_token");
        assertThat(tokens.get("token_type").asText()).isEqualTo("bearer");
        assertThat(tokens.get("expires_in").asInt())
                .isEqualTo(lifeOf(tokens.get("access_token").asText()));
        assertThat(good(tenant, tokens.get("access_token").asText())).isTrue();
    }

    @Test
    void aLogInMayComeAsJsonAndByTheAddress() {
        var john = person(tenant);

        var answer = tenant.post("/oauth/token")
                .json(Map.of(
                        "grant_type",
                        "password",
                        "username",
                        john.username().toUpperCase(java.util.Locale.ROOT) + "@Example.com",
                        "password",
                        PASSWORD))
                .send();

        assertThat(answer.json().has("access_token")).as(answer.toString()).isTrue();
    }

    @Test
    void whoeverCannotLogInHearsOneSentence() {
        var locked = person(tenant);
        change(locked, Map.of("accountLocked", true));
        var inactive = person(tenant);
        change(inactive, Map.of("status", "INACTIVE"));
        var john = person(tenant);
        var invited = name();
        invited(tenant, invited);

        assertNoLogIn(logInAnswer(tenant, name(), PASSWORD));
        assertNoLogIn(logInAnswer(tenant, john.username(), "wrong"));
        assertNoLogIn(logInAnswer(tenant, locked.username(), PASSWORD));
        assertNoLogIn(logInAnswer(tenant, inactive.username(), PASSWORD));
        assertNoLogIn(logInAnswer(tenant, invited, PASSWORD));
        assertNoLogIn(logInAnswer(UracTenant.fresh(), john.username(), PASSWORD));
    }

    @Test
    void theMaskOfALogIn() {
        assertRefused(
                tenant.post("/oauth/token")
                        .form("username", "x", "password", "y")
                        .send(),
                172,
                "Missing required field: grant_type");
        assertRefused(
                tenant.post("/oauth/token")
                        .form("grant_type", "client_credentials")
                        .send(),
                173,
                "Validation failed for field: grant_type -> The parameter 'grant_type' failed due to: instance is not one"
                        + " of enum values: refresh_token,password");
        assertRefused(
                tenant.post("/oauth/token")
                        .form("grant_type", "password", "username", "x")
                        .send(),
                400,
                "Missing parameters. \"username\" and \"password\" are required");
        assertRefused(
                tenant.post("/oauth/token").form("grant_type", "refresh_token").send(),
                400,
                "No \"refresh_token\" parameter");
        assertRefused(
                tenant.post("/oauth/token")
                        .form("grant_type", "refresh_token", "refresh_token", "unknown")
                        .send(),
                400,
                "Invalid refresh token");
    }

    @Test
    void aLogInWithoutAKeyIsNone() {
        var john = person(tenant);
        var form = new String[] {"grant_type", "password", "username", john.username(), "password", PASSWORD};

        assertRefused(http().post("/oauth/token").form(form).send(), 132, "A valid key is needed to access any API.");
        assertRefused(
                http().post("/oauth/token").header("key", "nonsense").form(form).send(),
                148,
                "Unable to load the key information");
        assertRefused(
                http().post("/oauth/token?key=" + tenant.key).form(form).send(),
                132,
                "A valid key is needed to access any API.");
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        var john = person(tenant);
        var first =
                logIn(tenant, john.username(), PASSWORD).get("refresh_token").asText();

        var second = refresh(first).json();

        assertThat(good(tenant, second.get("access_token").asText())).isTrue();
        assertRefused(refresh(first), 400, "Invalid refresh token");
        // Whoever used it twice had it from somewhere: what came of it is over too.
        assertRefused(refresh(second.get("refresh_token").asText()), 400, "Invalid refresh token");
    }

    @Test
    void theAuthorizationValueNamesTheTenantAndIsTakenBack() {
        var john = person(tenant);

        var value = data(tenant.get("/oauth/authorization").send()).asText();

        assertThat(value).isEqualTo(basic(tenant.id + ":" + tenant.code));
        var form = new String[] {"grant_type", "password", "username", john.username(), "password", PASSWORD};
        var answer = tenant.post("/oauth/token")
                .header("Authorization", value)
                .form(form)
                .send();
        assertThat(answer.json().has("access_token")).as(answer.toString()).isTrue();
        assertRefused(
                tenant.post("/oauth/token")
                        .header("Authorization", basic(UracTenant.fresh().id + ":x"))
                        .form(form)
                        .send(),
                405,
                "Invalid Tenant id");
    }

    @Test
    void aTokenOfAnotherTenantIsNoneHere() {
        var elsewhere = person(UracTenant.fresh()).token();

        assertRefused(tenant.get("/urac/user/me").bearer(elsewhere).send(), 401, BAD_TOKEN);
    }

    @Test
    void theTokenMayStandInAHeaderOfItsOwnOrInAFormButNotInTheAddress() {
        var john = person(tenant);
        var token = john.token();

        assertThat(data(tenant.get("/urac/user/me")
                                .header("access_token", token)
                                .send())
                        .get("_id")
                        .asText())
                .isEqualTo(john.id());
        assertData(
                tenant.post("/urac/account/editProfile?uId=" + john.id())
                        .form(
                                "username",
                                john.username(),
                                "firstName",
                                "John",
                                "lastName",
                                "Doe",
                                "access_token",
                                token)
                        .send(),
                "true");
        assertRefused(tenant.get("/urac/user/me?access_token=" + token).send(), 400, NO_TOKEN);
        assertRefused(
                tenant.get("/urac/user/me")
                        .bearer(token)
                        .header("access_token", token)
                        .send(),
                400,
                "Only one method may be used to authenticate at a time (Auth header, GET or POST).");
        assertRefused(tenant.get("/urac/user/me").send(), 400, NO_TOKEN);
        assertRefused(tenant.get("/urac/user/me").bearer("x.y.z").send(), 401, BAD_TOKEN);
        assertRefused(
                tenant.get("/urac/user/me").header("access_token", "x.y.z").send(), 401, BAD_TOKEN);
    }

    @Test
    void anAccessTokenThatWasEndedIsOver() {
        var token = person(tenant).token();
        assertThat(good(tenant, token)).isTrue();
        var other = UracTenant.fresh();
        assertData(other.delete("/oauth/accessToken/" + token).send(), "true");
        assertThat(good(tenant, token)).isTrue();

        assertData(tenant.delete("/oauth/accessToken/" + token).send(), "true");

        assertRefused(tenant.get("/urac/user/me").bearer(token).send(), 401, BAD_TOKEN);
        assertData(tenant.delete("/oauth/accessToken/" + token).send(), "true");
        assertData(tenant.delete("/oauth/accessToken/unknown").send(), "true");
        assertRefused(
                http().delete("/oauth/accessToken/" + token).send(), 132, "A valid key is needed to access any API.");
        assertThat(server().log()).contains("/oauth/accessToken/...").doesNotContain(token);
    }

    @Test
    void aRefreshTokenThatWasEndedIsOver() {
        var john = person(tenant);
        var token =
                logIn(tenant, john.username(), PASSWORD).get("refresh_token").asText();

        assertData(tenant.delete("/oauth/refreshToken/" + token).send(), "true");

        assertRefused(refresh(token), 400, "Invalid refresh token");
    }

    @Test
    void whoeverIsSignedOutEverywhereLogsInAgain() {
        var john = person(tenant);
        var tokens = logIn(tenant, john.username(), PASSWORD);
        var token = tokens.get("access_token").asText();

        assertData(
                tenant.delete("/oauth/tokens/user/" + john.id()).bearer(token).send(), "true");

        assertRefused(tenant.get("/urac/user/me").bearer(token).send(), 401, BAD_TOKEN);
        assertRefused(refresh(tokens.get("refresh_token").asText()), 400, "Invalid refresh token");
        assertThat(good(tenant, john.token())).isTrue();
    }

    @Test
    void nobodySignsSomebodyElseOutWithoutTheRight() {
        var john = person(tenant);
        var token = john.token();
        var other = person(tenant).token();
        var forbidden = "You do not belong to a group with access to this system API.";

        assertRefused(
                tenant.delete("/oauth/tokens/user/" + john.id()).bearer(other).send(), 160, forbidden);
        assertRefused(
                tenant.delete("/oauth/tokens/user/57c6eb28962f94a7caab8a22")
                        .bearer(other)
                        .send(),
                160,
                forbidden);
        assertRefused(
                tenant.delete("/oauth/tokens/tenant/" + tenant.id).bearer(other).send(), 160, forbidden);
        assertThat(good(tenant, token)).isTrue();

        assertData(tenant.delete("/oauth/tokens/user/" + john.id()).send(), "true"); // the key may update users
        assertThat(good(tenant, token)).isFalse();
        assertRefused(tenant.delete("/oauth/tokens/user/x").send(), 411, "invalid user id provided");
        assertRefused(
                tenant.delete("/oauth/tokens/user/57c6eb28962f94a7caab8a22").send(),
                405,
                "Unable to find User. Please try again.");
    }

    @Test
    void whoeverRunsATenantSignsEverybodyOut() {
        var own = UracTenant.fresh();
        var token = person(own).token();
        var key = own.keyFor(List.of("tenants:update"));

        assertRefused(
                http().delete("/oauth/tokens/tenant/" + tenant.id)
                        .header("key", key)
                        .send(),
                611,
                "Invalid tenant id provided");
        assertData(
                http().delete("/oauth/tokens/tenant/" + own.id)
                        .header("key", key)
                        .send(),
                "true");

        assertThat(good(own, token)).isFalse();
    }

    @Test
    void versionsInTheAddressReachTheSameService() {
        var john = person(tenant);
        var form = new String[] {"grant_type", "password", "username", john.username(), "password", PASSWORD};

        for (var path : List.of("/oauth/v2/token", "/oauth:2/token", "/oauth/token/")) {
            var answer = tenant.post(path).form(form).send();
            assertThat(answer.json().has("access_token"))
                    .as(path + " " + answer)
                    .isTrue();
        }
    }

    private static org.roster.it.Answer refresh(String token) {
        return tenant.post("/oauth/token")
                .form("grant_type", "refresh_token", "refresh_token", token)
                .send();
    }

    private static void change(Person person, Map<String, ?> change) {
        var answer = http().get("/v1/users?tenant=" + tenant.uuid + "&username=" + person.username())
                .bearer(token())
                .send();
        var id = answer.json().get("items").get(0).get("id").asText();
        var changed = http().patch("/v1/users/" + id + "?tenant=" + tenant.uuid)
                .bearer(token())
                .mergePatch(JSON.valueToTree(change).toString())
                .send();
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private static int lifeOf(String jwt) {
        var claims = json(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
        return claims.get("exp").asInt() - claims.get("iat").asInt();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
