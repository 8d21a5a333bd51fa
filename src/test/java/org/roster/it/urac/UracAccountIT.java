package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/** From the invitation to the account that its owner changes, in both editions. */
class UracAccountIT extends UracPeople {

    private static final String FORBIDDEN = "You do not belong to a group with access to this system API.";
    private static final String UNKNOWN_ID = "57c6eb28962f94a7caab8a22";

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
    }

    @Test
    void anInvitedUserSetsAPasswordAndLogsIn() {
        var name = name();
        var invited = invited(tenant, name);
        var token = invited.get("token").asText();
        assertNoLogIn(logInAnswer(tenant, name, PASSWORD));

        assertData(reset(tenant, token, PASSWORD).send(), "true");

        var me = data(tenant.get("/urac/user/me")
                .bearer(logIn(tenant, name, PASSWORD).get("access_token").asText())
                .send());
        assertThat(me.get("_id")).isEqualTo(invited.get("id"));
        assertThat(me.get("status").asText()).isEqualTo("active");
        assertRefused(reset(tenant, token, OTHER_PASSWORD).send(), 406, "Invalid or token has expired.");
        assertThat(logIn(tenant, name, PASSWORD)).isNotNull();
    }

    @Test
    void aResetSaysWhatIsWrongAndKeepsTheToken() {
        var name = name();
        var token = invited(tenant, name).get("token").asText();

        assertRefused(
                tenant.post("/urac/resetPassword?token=" + token)
                        .form("password", PASSWORD, "confirmation", "other")
                        .send(),
                408,
                "The password and its confirmation do not match");
        assertRefused(
                tenant.post("/urac/resetPassword")
                        .form("password", PASSWORD, "confirmation", PASSWORD)
                        .send(),
                172,
                "Missing required field: token");
        assertRefused(reset(tenant, token, name).send(), 413, "Problem with the provided password.");
        assertRefused(reset(tenant, "guessed", PASSWORD).send(), 406, "Invalid or token has expired.");
        assertRefused(reset(UracTenant.fresh(), token, PASSWORD).send(), 406, "Invalid or token has expired.");
        assertData(reset(tenant, token, PASSWORD).send(), "true");
    }

    @Test
    void theNewerEditionResetsWithTheTokenInTheBody() {
        var name = name();
        var token = invited(tenant, name).get("token").asText();
        var body = Map.of("token", token, "password", PASSWORD, "confirmation", PASSWORD);

        assertRefused(
                tenant.put("/urac/password/reset")
                        .json(Map.of("token", token, "password", PASSWORD, "confirmation", "x"))
                        .send(),
                522,
                "The password and its confirmation do not match.");
        assertData(tenant.put("/urac/password/reset").json(body).send(), "true");

        assertThat(logIn(tenant, name, PASSWORD)).isNotNull();
        assertRefused(tenant.put("/urac/password/reset").json(body).send(), 600, "unable to find token.");
    }

    @Test
    void ofManyRequestsWithOneTokenOneSetsThePassword() throws Exception {
        var name = name();
        var token = invited(tenant, name).get("token").asText();
        var threads = Executors.newFixedThreadPool(8);
        var tries = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 8; i++) {
            var password = "passphrase number " + i;
            tries.add(() -> reset(tenant, token, password).send());
        }

        var answers = new ArrayList<Answer>();
        for (var outcome : threads.invokeAll(tries)) {
            answers.add(outcome.get());
        }
        threads.shutdown();

        var done = answers.stream()
                .filter(answer -> answer.json().get("result").asBoolean())
                .toList();
        assertThat(done).hasSize(1);
        answers.stream()
                .filter(answer -> !done.contains(answer))
                .forEach(answer -> assertRefused(answer, 406, "Invalid or token has expired."));
        assertThat(logIn(tenant, name, "passphrase number " + answers.indexOf(done.get(0))))
                .isNotNull();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        var john = person(tenant);
        var token = john.token();

        assertRefused(changePassword(john, token, "wrong", OTHER_PASSWORD), 409, "Invalid old password provided");
        assertRefused(
                changePassword(john, token, PASSWORD, john.username()), 413, "Problem with the provided password.");
        assertRefused(
                tenant.post("/urac/account/changePassword?uId=" + john.id())
                        .bearer(token)
                        .form("oldPassword", PASSWORD, "password", "x", "confirmation", "y")
                        .send(),
                408,
                "The password and its confirmation do not match");
        assertData(changePassword(john, token, PASSWORD, OTHER_PASSWORD), "true");

        assertNoLogIn(logInAnswer(tenant, john.username(), PASSWORD));
        assertThat(logIn(tenant, john.username(), OTHER_PASSWORD)).isNotNull();
        assertThat(good(tenant, token)).isTrue();
    }

    @Test
    void afterFiveWrongPasswordsNoneIsLookedAtForAWhile() {
        var john = person(tenant);
        var token = john.token();
        for (int i = 0; i < 5; i++) {
            assertRefused(changePassword(john, token, "wrong", OTHER_PASSWORD), 409, "Invalid old password provided");
        }

        var answer = changePassword(john, token, PASSWORD, OTHER_PASSWORD);

        assertSaid(answer, 429, 133, "Too many tries. Please try again later.");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void nobodyChangesTheAccountOfAnother() {
        var john = person(tenant);
        var other = person(tenant).token();
        var profile = new String[] {"username", name(), "firstName", "J", "lastName", "D"};

        for (var id : List.of(john.id(), UNKNOWN_ID)) {
            assertRefused(
                    tenant.post("/urac/account/changePassword?uId=" + id)
                            .bearer(other)
                            .form(
                                    "oldPassword", PASSWORD,
                                    "password", OTHER_PASSWORD,
                                    "confirmation", OTHER_PASSWORD)
                            .send(),
                    160,
                    FORBIDDEN);
            assertRefused(
                    tenant.post("/urac/account/changeEmail?uId=" + id)
                            .bearer(other)
                            .form("email", name() + "@example.com")
                            .send(),
                    160,
                    FORBIDDEN);
            assertRefused(
                    tenant.post("/urac/account/editProfile?uId=" + id)
                            .bearer(other)
                            .form(profile)
                            .send(),
                    160,
                    FORBIDDEN);
            assertRefused(
                    tenant.put("/urac/account")
                            .bearer(other)
                            .json(Map.of("id", id, "firstName", "J"))
                            .send(),
                    160,
                    FORBIDDEN);
        }
        for (var username : List.of(john.username(), "nobody")) {
            assertRefused(
                    tenant.get("/urac/account/getUser?username=" + username)
                            .bearer(other)
                            .send(),
                    160,
                    FORBIDDEN);
            assertRefused(
                    tenant.get("/urac/user?username=" + username).bearer(other).send(), 160, FORBIDDEN);
        }
        assertThat(logIn(tenant, john.username(), PASSWORD)).isNotNull();
    }

    @Test
    void aKeyWithoutTheRightNeedsAUser() {
        var key = tenant.keyFor(List.of());
        var john = person(tenant);

        assertRefused(
                http().post("/urac/account/changeEmail?uId=" + john.id())
                        .header("key", key)
                        .form("email", name() + "@example.com")
                        .send(),
                400,
                NO_TOKEN);
        assertRefused(
                http().get("/urac/account/getUser?username=" + john.username())
                        .header("key", key)
                        .send(),
                400,
                NO_TOKEN);
    }

    @Test
    void whoeverHoldsTheRightEditsOthersButNobodyWhoHoldsMore() {
        var john = person(tenant);
        var clerk = http();
        var key = tenant.keyFor(List.of("users:update"));

        assertData(
                clerk.post("/urac/account/editProfile?uId=" + john.id())
                        .header("key", key)
                        .form("username", john.username(), "firstName", "Johnny", "lastName", "Doe")
                        .send(),
                "true");

        var strong = person(tenant, group(tenant, "users:delete"));
        assertRefused(
                clerk.post("/urac/account/changeEmail?uId=" + strong.id())
                        .header("key", key)
                        .form("email", name() + "@example.com")
                        .send(),
                160,
                "You do not hold the rights that this would give or touch.");
    }

    @Test
    void aProfileIsEdited() {
        var john = person(tenant);
        var token = john.token();
        var renamed = name();

        assertData(
                tenant.post("/urac/account/editProfile?uId=" + john.id())
                        .bearer(token)
                        .json(Map.of(
                                "username",
                                renamed,
                                "firstName",
                                "Johnny",
                                "lastName",
                                "Roe",
                                "profile",
                                Map.of("age", 31)))
                        .send(),
                "true");

        var me = data(tenant.get("/urac/account/getUser?username=" + renamed)
                .bearer(token)
                .send());
        assertThat(me).isEqualTo(json("""
                {"_id": "%s", "username": "%s", "firstName": "Johnny", "lastName": "Roe", "email": "%s@example.com",
                 "status": "active", "profile": {"age": 31}, "groups": [], "config": {}, "ts": %s,
                 "tenant": {"id": "%s", "code": "%s"}, "lastLogin": %s}""".formatted(
                john.id(), renamed, john.username(), me.get("ts"), tenant.id, tenant.code, me.get("lastLogin"))));
        var taken = person(tenant).username();
        assertRefused(
                tenant.post("/urac/account/editProfile?uId=" + john.id())
                        .bearer(token)
                        .form("username", taken, "firstName", "J", "lastName", "D")
                        .send(),
                410,
                "username taken, please choose another username");
        assertRefused(
                tenant.post("/urac/account/editProfile?uId=x")
                        .bearer(token)
                        .form("username", taken, "firstName", "J", "lastName", "D")
                        .send(),
                411,
                "invalid user id provided");
    }

    @Test
    void anAddressIsChangedByItsToken() {
        var john = person(tenant);
        var token = john.token();
        var address = name() + "@example.com";

        assertRefused(
                changeEmail(john, token, john.username() + "@example.com"),
                412,
                "You have provided the same existing email address");
        assertRefused(
                changeEmail(john, token, person(tenant).username() + "@example.com"),
                402,
                "User account already exists.");
        var change = data(changeEmail(john, token, address)).asText();
        assertThat(emailOf(token)).isEqualTo(john.username() + "@example.com");

        assertData(tenant.get("/urac/changeEmail/validate?token=" + change).send(), "true");

        assertThat(emailOf(token)).isEqualTo(address);
        assertThat(logIn(tenant, address, PASSWORD)).isNotNull();
        assertRefused(
                tenant.get("/urac/changeEmail/validate?token=" + change).send(), 406, "Invalid or token has expired.");
    }

    @Test
    void theNewerEditionOfAnAccount() {
        var john = person(tenant);
        var token = john.token();
        var id = john.id();

        assertData(
                tenant.put("/urac/account")
                        .bearer(token)
                        .json(Map.of("id", id, "firstName", "Johnny", "phone", "+1 555 0100", "ln", "en"))
                        .send(),
                "true");
        var me = data(tenant.get("/urac/user?username=" + john.username())
                .bearer(token)
                .send());
        assertThat(me.get("firstName").asText()).isEqualTo("Johnny");
        assertThat(me.get("phone").asText()).isEqualTo("+1 555 0100");
        assertThat(me.get("ln").asText()).isEqualTo("en");
        assertRefused(
                tenant.put("/urac/account").bearer(token).json(Map.of("id", id)).send(), 533, "No changes to update");
        var taken = person(tenant).username();
        assertRefused(
                tenant.put("/urac/account")
                        .bearer(token)
                        .json(Map.of("id", id, "username", taken))
                        .send(),
                402,
                "User Already exists.");
        assertRefused(
                tenant.put("/urac/account/email")
                        .bearer(token)
                        .json(Map.of("id", id, "email", taken + "@example.com"))
                        .send(),
                526,
                "Email already exists.");
        assertData(
                tenant.put("/urac/account/email")
                        .bearer(token)
                        .json(Map.of("id", id, "email", name() + "@example.com"))
                        .send(),
                "{\"id\": \"" + id + "\"}");
        assertRefused(tenant.get("/urac/validate/changeEmail?token=guessed").send(), 600, "unable to find token.");
        var password =
                Map.of("id", id, "oldPassword", "wrong", "password", OTHER_PASSWORD, "confirmation", OTHER_PASSWORD);
        assertRefused(
                tenant.put("/urac/account/password")
                        .bearer(token)
                        .json(password)
                        .send(),
                523,
                "The provided current password is not correct.");
        assertData(
                tenant.put("/urac/account/password")
                        .bearer(token)
                        .json(Map.of(
                                "id", id,
                                "oldPassword", PASSWORD,
                                "password", OTHER_PASSWORD,
                                "confirmation", OTHER_PASSWORD))
                        .send(),
                "true");
        assertThat(logIn(tenant, john.username(), OTHER_PASSWORD)).isNotNull();
        assertData(tenant.get("/urac/user/tenants").bearer(token).send(), """
                {"tenant": {"id": "%s", "code": "%s"}, "groups": [], "allowedTenants": null}""".formatted(tenant.id, tenant.code));
    }

    @Test
    void anotherTenantsUserIsUnknown() {
        var elsewhere = person(UracTenant.fresh());

        assertRefused(
                tenant.post("/urac/account/changeEmail?uId=" + elsewhere.id())
                        .form("email", name() + "@example.com")
                        .send(),
                405,
                "Unable to find User. Please try again.");
        assertRefused(
                tenant.put("/urac/account")
                        .json(Map.of("id", elsewhere.id(), "firstName", "J"))
                        .send(),
                520,
                "Unable to find user.");
    }

    @Test
    void whatIsNotServedIsUnknown() {
        for (var path : List.of("/urac/login", "/urac/openam/login", "/urac/ldap/login", "/urac/join/code")) {
            assertRefused(
                    tenant.post(path).form("username", "x", "password", "y").send(),
                    151,
                    "You are trying to reach an unknown rest service!");
        }
    }

    private static Answer changePassword(Person person, String token, String old, String next) {
        return tenant.post("/urac/account/changePassword?uId=" + person.id())
                .bearer(token)
                .form("oldPassword", old, "password", next, "confirmation", next)
                .send();
    }

    private static Answer changeEmail(Person person, String token, String address) {
        return tenant.post("/urac/account/changeEmail?uId=" + person.id())
                .bearer(token)
                .form("email", address)
                .send();
    }

    private static String emailOf(String token) {
        return data(tenant.get("/urac/user/me").bearer(token).send())
                .get("email")
                .asText();
    }
}
