package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Answer;

/** Which passwords may be set, and what a tenant can ask of them (R35, R38). */
class PasswordPolicyIT extends RosterApi {

    private static Answer add(String tenant, String name, String password) {
        return http().post("/v1/users")
                .bearer(token())
                .json(Map.of("tenant", tenant, "username", name, "password", password))
                .send();
    }

    private static Answer policy(String tenant, String json) {
        return http().put("/v1/tenants/" + tenant + "/password-policy")
                .bearer(token())
                .json(json)
                .send();
    }

    @ParameterizedTest
    @CsvSource({"14,400", "15,201", "64,201", "72,201", "73,201", "128,201", "256,201", "257,400"})
    void theLengthIsWhatCounts(int length, int status) {
        var password = "kq7 vz".repeat(50).substring(0, length);

        assertThat(add("default", unique("jane"), password).status()).isEqualTo(status);
    }

    @Test
    void passwordsThatDifferAfterTheSeventySecondByteAreTwo() {
        var name = unique("jane");
        var seventyTwo = "kq7 vz".repeat(12);
        add("default", name, seventyTwo + "1");

        assertThat(logIn(name, seventyTwo + "2").status()).isEqualTo(401);
        assertThat(logIn(name, seventyTwo).status()).isEqualTo(401);
        assertThat(logIn(name, seventyTwo + "1").status()).isEqualTo(200);
    }

    @Test
    void aPasswordIsTheSameInBothUnicodeForms() {
        var name = unique("jane");
        add("default", name, "contrase\u00f1a muy larga"); // n with tilde, in one code point

        assertThat(logIn(name, "contrasen\u0303a muy larga").status()).isEqualTo(200);
        assertThat(logIn(name, "contrasena muy larga").status()).isEqualTo(401);
    }

    @Test
    void blanksAtItsEndsBelongToIt() {
        var name = unique("jane");
        add("default", name, " blanks at both of its ends ");

        assertThat(logIn(name, "blanks at both of its ends").status()).isEqualTo(401);
        assertThat(logIn(name, " blanks at both of its ends ").status()).isEqualTo(200);
    }

    @Test
    void aSignOutsideTheBasicPlaneIsOneCharacter() {
        var emoji = "😀🐙🚲🌵🎻🧭🍋🛶🦉🧶🪁🥁🏔🫖🧲";

        assertThat(add("default", unique("jane"), emoji).status()).isEqualTo(201);
        assertThat(add("default", unique("jane"), emoji.substring(2)).status()).isEqualTo(400);
    }

    private static Answer logIn(String name, String password) {
        return http().post("/amani/api/v2/user/login")
                .json(Map.of("username", name, "password", password))
                .send();
    }

    @Test
    void aCommonPasswordIsRefusedWithTheReasonThroughAContractThatAsksForNoLength() {
        var answer = http().post("/etc-backend/api/users")
                .bearer(token())
                .json(Map.of("username", unique("jane"), "password", "iloveyou", "email", unique("j") + "@example.com"))
                .send();

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.text()).contains("must not be one of the most common passwords");
    }

    @Test
    void aTenantAsksForMoreAndForNothingAgain() {
        var tenant = tenant();
        assertStatus(policy(tenant, """
                {"minLength": 20, "minStrength": 3, "contextWords": ["zephyrproject"], "contracts": {"ecosys": 9}}"""), 200);

        assertThat(get("/v1/tenants/" + tenant + "/password-policy").json()).isEqualTo(json("""
                {"minLength": 20, "minStrength": 3, "history": 0, "contextWords": ["zephyrproject"],
                 "contracts": {"ecosys": 9}}"""));
        var name = unique("jane");
        assertThat(add(tenant, name, "only nineteen chars").text()).contains("must have at least 20 characters");
        assertThat(add(tenant, name, "aaaaaaaaaaaaaaaaaaaaaaaaaaa").text()).contains("is too easy to guess");
        assertThat(add(tenant, name, "zephyrprojectzephyrproject1").text()).contains("words that lie near");
        assertThat(policy(tenant, "{\"contracts\": {\"nobody\": 9}}").status()).isEqualTo(400);
        assertThat(policy(tenant, "{\"minLength\": 7}").status()).isEqualTo(400);

        assertStatus(delete("/v1/tenants/" + tenant + "/password-policy"), 204);

        assertThat(get("/v1/tenants/" + tenant + "/password-policy").json()).isEqualTo(json("""
                {"minLength": null, "minStrength": null, "history": 0, "contextWords": [], "contracts": {}}"""));
        assertStatus(add(tenant, name, "only nineteen chars"), 201);
    }

    @Test
    void aFormLearnsWhatIsToBeSaidOfAPassword() {
        var weak = post("/v1/password-checks", """
                {"password": "jane.doe.1234567890", "username": "jane.doe"}""");
        assertStatus(weak, 200);
        assertThat(weak.json().get("score").isInt()).isTrue();

        var common = post("/v1/password-checks", "{\"password\": \"password\"}").json();
        assertThat(common.get("acceptable").asBoolean()).isFalse();
        assertThat(common.get("score").asInt()).isZero();
        assertThat(common.get("reason").asText()).isEqualTo("The password must have at least 15 characters");
        assertThat(common.get("suggestions")).isNotEmpty();

        var good = post("/v1/password-checks", "{\"password\": \"a quiet lighthouse keeper\"}")
                .json();
        assertThat(good.get("acceptable").asBoolean()).isTrue();
        assertThat(good.get("reason").isNull()).isTrue();
        assertThat(http().post("/v1/password-checks")
                        .json("{\"password\": \"x\"}")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aHashMadeElsewhereIsReplacedAtTheLogInAlsoIfTwoComeAtOnce() throws Exception {
        var password = "made long ago elsewhere";
        var salt = "sixteen bytes ok".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var bcrypt = OpenBSDBCrypt.generate(password.toCharArray(), salt, 4);
        var name = unique("old");
        assertStatus(
                http().post("/v1/users")
                        .bearer(token())
                        .json(Map.of("username", name, "passwordHash", bcrypt))
                        .send(),
                201);
        var threads = Executors.newFixedThreadPool(2);
        Callable<Answer> logIn = () -> http().post("/amani/api/v2/user/login")
                .json(Map.of("username", name, "password", password))
                .send();

        var answers = new ArrayList<Integer>();
        for (var future : threads.invokeAll(List.of(logIn, logIn))) {
            answers.add(future.get().status());
        }
        threads.shutdown();
        answers.add(logIn.call().status());

        assertThat(answers).containsExactly(200, 200, 200);
    }
}
