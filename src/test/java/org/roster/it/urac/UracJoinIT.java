package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/** Registration, and the answers that tell nobody who has an account. */
class UracJoinIT extends UracPeople {

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
    }

    @Test
    void whoeverRegistersGetsAnIdAndWaitsForTheirAddressToBeVerified() {
        var name = name();

        var data = data(join(tenant, body(name)));

        assertThat(data.fieldNames()).toIterable().containsExactly("id");
        var user = data(
                tenant.get("/urac/admin/getUser?uId=" + data.get("id").asText()).send());
        assertThat(user.get("status").asText()).isEqualTo("pendingJoin");
        assertThat(user.get("tenant").get("code").asText()).isEqualTo(tenant.code);
        assertNoLogIn(logInAnswer(tenant, name, PASSWORD));
    }

    @Test
    void whereTheTenantSaysSoTheAccountIsOpenAtOnce() {
        var open = UracTenant.fresh();
        settings(open, Map.of("validateJoin", false));
        var name = name();

        data(join(open, body(name)));

        assertThat(logIn(open, name, PASSWORD)).isNotNull();
    }

    @Test
    void aNameOrAddressThatIsTakenIsRefused() {
        var john = person(tenant);

        assertRefused(join(tenant, body(john.username())), 402, "User account already exists.");
        var other = body(name());
        other.put("email", john.username() + "@EXAMPLE.com");
        assertRefused(join(tenant, other), 402, "User account already exists.");
        data(join(UracTenant.fresh(), body(john.username())));
    }

    @Test
    void theMaskOfARegistration() {
        assertRefused(
                tenant.post("/urac/join").json("{}").send(),
                172,
                "Missing required field: username, password, firstName, lastName, email");
        var bad = body("a b");
        assertRefused(
                join(tenant, bad),
                173,
                "Validation failed for field: username -> The parameter 'username' failed due to: instance does not match"
                        + " pattern {}");
        assertRefused(
                http().post("/urac/join").json(body(name())).send(), 132, "A valid key is needed to access any API.");
    }

    @Test
    void rightsAndStatesAreNobodysToChoose() {
        var body = body(name());
        body.put("status", "active");
        body.put("groups", List.of("administrators"));
        body.put("config", Map.of("packages", Map.of()));

        var id = data(join(tenant, body)).get("id").asText();

        var user = data(tenant.get("/urac/admin/getUser?uId=" + id).send());
        assertThat(user.get("status").asText()).isEqualTo("pendingJoin");
        assertThat(user.get("groups")).isEmpty();
    }

    @Test
    void aFormWorksAsWell() {
        var name = name();

        var answer = tenant.post("/urac/join")
                .form(
                        "username",
                        name,
                        "password",
                        PASSWORD,
                        "firstName",
                        "John",
                        "lastName",
                        "Doe",
                        "email",
                        name + "@domain.com")
                .send();

        assertThat(data(answer)).hasSize(1);
    }

    @Test
    void tokensThatWereNeverMadeAreRefused() {
        assertRefused(tenant.get("/urac/join/validate?token=guessed").send(), 406, "Invalid or token has expired.");
        assertRefused(tenant.get("/urac/validate/join?token=guessed").send(), 600, "unable to find token.");
        assertRefused(tenant.get("/urac/join/validate").send(), 172, "Missing required field: token");
        // An invitation is no verification.
        var token = invited(tenant, name()).get("token").asText();
        assertRefused(tenant.get("/urac/join/validate?token=" + token).send(), 406, "Invalid or token has expired.");
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        var john = person(tenant);

        for (var path : List.of("/urac/forgotPassword", "/urac/password/forgot", "/urac/emailToken")) {
            for (var name : List.of(john.username(), john.username() + "@example.com", "nobody")) {
                assertData(tenant.get(path).query("username", name).send(), "true");
            }
            assertRefused(tenant.get(path).send(), 172, "Missing required field: username");
        }
    }

    @Test
    void aNameIsTakenOrNot() {
        var john = person(tenant);

        assertData(tenant.get("/urac/checkUsername?username=" + john.username()).send(), "true");
        assertData(
                tenant.get("/urac/checkUsername")
                        .query("username", john.username() + "@example.com")
                        .send(),
                "true");
        assertData(tenant.get("/urac/checkUsername?username=" + name()).send(), "false");
        assertData(
                UracTenant.fresh()
                        .get("/urac/checkUsername?username=" + john.username())
                        .send(),
                "false");
    }

    private static Answer join(UracTenant into, Map<String, ?> body) {
        return into.post("/urac/join").json(body).send();
    }

    private static Map<String, Object> body(String name) {
        return new LinkedHashMap<>(Map.of(
                "username",
                name,
                "password",
                PASSWORD,
                "firstName",
                "John",
                "lastName",
                "Doe",
                "email",
                name.replace(" ", "") + "@domain.com"));
    }
}
