package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Device;

/** A person sets up a second factor, logs in with it, loses it, and gets over that. */
class SecondFactorIT extends RosterApi {

    /** A person with a password, and a token that a log-in has given. */
    private record Person(String id, String name, String token) {}

    /** The same with a device that is in force, whose code of the step before now was used to confirm it. */
    private record Enrolled(Person person, Device device, List<String> recoveryCodes) {}

    @Test
    void aCodeThatTheDeviceShowsPutsTheFactorInForce() {
        var person = person();

        var begun = mine(person, "second-factor", Map.of("password", PASSWORD));
        var before = state(person);
        var device = new Device(begun.json().get("secret").asText());
        var confirmed = mine(
                person,
                "second-factor/confirmation",
                Map.of("token", begun.json().get("token").asText(), "code", device.code(-1)));

        assertStatus(begun, 201);
        assertThat(begun.json().get("uri").asText())
                .startsWith("otpauth://totp/Default:" + person.name() + "?secret=")
                .endsWith("&issuer=Default&algorithm=SHA1&digits=6&period=30");
        assertThat(begun.json().get("picture").asText()).startsWith("<svg ").endsWith("</svg>");
        assertThat(before.get("enrolled").asBoolean()).isFalse();
        assertStatus(confirmed, 200);
        assertThat(confirmed.json().get("recoveryCodes")).hasSize(10).allSatisfy(code -> assertThat(code.asText())
                .matches("[a-z2-7]{5}-[a-z2-7]{5}"));
        assertThat(state(person).get("enrolled").asBoolean()).isTrue();
        assertThat(state(person).get("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(get("/v1/users/" + person.id()).json().get("mfa").asBoolean())
                .isTrue();
    }

    @Test
    void theCodeIsTypedBehindThePasswordOrComesInAHeader() {
        var enrolled = enrolled();
        var name = enrolled.person().name();

        assertStatus(logIn(name, PASSWORD), 401);
        assertStatus(logIn(name, PASSWORD + enrolled.device().code(0)), 200);
        assertStatus(logIn(name, PASSWORD, enrolled.device().code(1)), 200);
    }

    @Test
    void aCodeIsGoodOnceAndNoneBeforeItIsGoodAfterwards() {
        var enrolled = enrolled();
        var name = enrolled.person().name();
        var next = enrolled.device().code(1);

        assertStatus(logIn(name, PASSWORD + next), 200);

        assertStatus(logIn(name, PASSWORD + next), 401);
        assertStatus(logIn(name, PASSWORD + enrolled.device().code(0)), 401);
        assertStatus(logIn(name, PASSWORD + enrolled.device().code(-1)), 401);
    }

    @Test
    void aWrongCodeOrSomebodyElsesIsAWrongPassword() {
        var enrolled = enrolled();
        var other = enrolled();
        var unknown = logIn(unique("nobody"), PASSWORD);

        var stranger = logIn(enrolled.person().name(), PASSWORD + other.device().code(0));
        var old = logIn(enrolled.person().name(), PASSWORD + enrolled.device().code(-9));

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.text()).isEqualTo(unknown.text());
        assertThat(old.text()).isEqualTo(unknown.text());
    }

    @Test
    void ofManyLogInsWithOneCodeExactlyOneIsLetIn() throws Exception {
        var enrolled = enrolled();
        var password = PASSWORD + enrolled.device().code(0);
        Callable<Integer> attempt =
                () -> logIn(enrolled.person().name(), password).status();

        var statuses = new ArrayList<Integer>();
        var pool = Executors.newFixedThreadPool(4);
        for (var done : pool.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
            statuses.add(done.get());
        }
        pool.shutdown();

        assertThat(statuses).containsOnlyOnce(200).hasSize(4);
    }

    @Test
    void aRecoveryCodeStandsInForTheDeviceOnce() {
        var enrolled = enrolled();
        var name = enrolled.person().name();
        var code = enrolled.recoveryCodes().get(3);

        assertStatus(logIn(name, PASSWORD, code.toUpperCase(Locale.ROOT)), 200);

        assertStatus(logIn(name, PASSWORD, code), 401);
        assertStatus(logIn(name, PASSWORD + code), 401);
        assertStatus(logIn(name, PASSWORD + enrolled.recoveryCodes().get(4)), 200);
        assertThat(state(enrolled.person()).get("recoveryCodesLeft").asInt()).isEqualTo(8);
        assertThat(members(
                        get("/v1/events?subject=" + enrolled.person().id() + "&limit=1000")
                                .json(),
                        "type"))
                .contains("user.second_factor_added", "user.recovery_code_used");
    }

    @Test
    void newRecoveryCodesVoidTheOldOnes() {
        var enrolled = enrolled();

        var renewed = mine(
                enrolled.person(),
                "recovery-codes",
                Map.of("password", PASSWORD, "code", enrolled.device().code(0)));

        assertStatus(renewed, 200);
        assertStatus(
                logIn(
                        enrolled.person().name(),
                        PASSWORD,
                        enrolled.recoveryCodes().get(0)),
                401);
        assertStatus(
                logIn(
                        enrolled.person().name(),
                        PASSWORD,
                        renewed.json().get("recoveryCodes").get(0).asText()),
                200);
    }

    @Test
    void withoutThePasswordATokenChangesNothingAboutTheFactor() {
        var enrolled = enrolled();
        var person = enrolled.person();

        var wrong = mine(person, "second-factor", Map.of("password", "a wrong passphrase!"));
        var codeMissing = mine(person, "second-factor", Map.of("password", PASSWORD));
        var removal = mine(person, "second-factor/removal", Map.of("password", PASSWORD, "code", "000000"));

        assertRefused(wrong, 400, "password_wrong");
        assertRefused(codeMissing, 400, "password_wrong");
        assertRefused(removal, 400, "password_wrong");
        assertThat(state(person).get("enrolled").asBoolean()).isTrue();
    }

    @Test
    void aWrongFirstCodeLeavesTheEnrolmentOpen() {
        var person = person();
        var begun = mine(person, "second-factor", Map.of("password", PASSWORD)).json();
        var device = new Device(begun.get("secret").asText());
        var token = begun.get("token").asText();

        var wrong = mine(person, "second-factor/confirmation", Map.of("token", token, "code", device.code(-9)));
        var right = mine(person, "second-factor/confirmation", Map.of("token", token, "code", device.code(0)));
        var again = mine(person, "second-factor/confirmation", Map.of("token", token, "code", device.code(1)));

        assertProblem(wrong, 400, "Bad Request", "value_invalid", "is not the code that the device shows now", "code");
        assertStatus(right, 200);
        assertRefused(again, 400, "one_time_token_invalid");
    }

    @Test
    void wrongFirstCodesAreCountedAndHeldUp() {
        var person = person();
        var begun = mine(person, "second-factor", Map.of("password", PASSWORD)).json();
        var device = new Device(begun.get("secret").asText());
        var token = begun.get("token").asText();

        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 6; i++) {
            statuses.add(mine(person, "second-factor/confirmation", Map.of("token", token, "code", device.code(-9)))
                    .status());
        }
        var held = mine(person, "second-factor/confirmation", Map.of("token", token, "code", device.code(0)));

        assertThat(statuses).containsExactly(400, 400, 400, 400, 400, 429);
        assertRefused(held, 429, "rate_limited");
        assertThat(Integer.parseInt(held.header("Retry-After"))).isPositive();
        assertThat(state(person).get("enrolled").asBoolean()).isFalse();
    }

    @Test
    void whoGivesACodeTakesTheFactorAwayAndHasToSetUpANewOne() {
        var enrolled = enrolled();
        var person = enrolled.person();

        var removed = mine(
                person,
                "second-factor/removal",
                Map.of("password", PASSWORD, "code", enrolled.device().code(0)));

        assertStatus(removed, 204);
        assertThat(state(person).get("enrolled").asBoolean()).isFalse();
        assertStatus(logIn(person.name(), PASSWORD), 401);
    }

    @Test
    void anAdministratorTakesALostFactorAwayAndTheSessionsWithIt() {
        var enrolled = enrolled();
        var person = enrolled.person();

        var reset = patch("/v1/users/" + person.id(), "{\"resetSecondFactor\": true}");

        assertStatus(reset, 200);
        assertThat(get("/v1/users/" + person.id() + "/second-factor")
                        .json()
                        .get("enrolled")
                        .asBoolean())
                .isFalse();
        assertStatus(http().get("/v1/me").bearer(person.token()).send(), 401);
        assertStatus(logIn(person.name(), PASSWORD, enrolled.device().code(0)), 401);
        assertStatus(logIn(person.name(), PASSWORD, enrolled.recoveryCodes().get(0)), 401);
    }

    @Test
    void whoNoLongerNeedsASecondFactorLogsInWithThePasswordAlone() {
        var enrolled = enrolled();

        assertStatus(patch("/v1/users/" + enrolled.person().id(), "{\"mfa\": false}"), 200);

        assertStatus(logIn(enrolled.person().name(), PASSWORD), 200);
    }

    @Test
    void basicIsNoWayAroundTheSecondFactor() {
        var enrolled = enrolled();
        var name = enrolled.person().name();

        assertStatus(http().get("/v1/me").basic(name, PASSWORD).send(), 401);
        assertStatus(
                http().get("/v1/me")
                        .basic(name, PASSWORD + enrolled.device().code(0))
                        .send(),
                401);
    }

    @Test
    void anApplicationHasNoSecondFactor() {
        assertRefused(get("/v1/me/second-factor"), 404, "user_unknown");
    }

    private static Person person() {
        var name = unique("factor");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));
        return new Person(id, name, logIn(name, PASSWORD).json().get("access").asText());
    }

    private static Enrolled enrolled() {
        var person = person();
        var begun = mine(person, "second-factor", Map.of("password", PASSWORD)).json();
        var device = new Device(begun.get("secret").asText());
        var confirmed = mine(
                person,
                "second-factor/confirmation",
                Map.of("token", begun.get("token").asText(), "code", device.code(-1)));
        assertStatus(confirmed, 200);
        var codes = new ArrayList<String>();
        confirmed.json().get("recoveryCodes").forEach(code -> codes.add(code.asText()));
        return new Enrolled(person, device, codes);
    }

    private static Answer mine(Person person, String path, Map<String, String> body) {
        return http().post("/v1/me/" + path).bearer(person.token()).json(body).send();
    }

    private static JsonNode state(Person person) {
        return http().get("/v1/me/second-factor").bearer(person.token()).send().json();
    }

    private static Answer logIn(String name, String password) {
        return http().post("/amani/api/v2/user/login")
                .json(Map.of("username", name, "password", password))
                .send();
    }

    private static Answer logIn(String name, String password, String code) {
        return http().post("/amani/api/v2/user/login")
                .header("One-Time-Code", code)
                .json(Map.of("username", name, "password", password))
                .send();
    }
}
