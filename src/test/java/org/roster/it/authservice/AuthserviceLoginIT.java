package org.roster.it.authservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Credentials;

/** The log-in of this contract and the token that it gives. */
class AuthserviceLoginIT extends AuthserviceApi {

    private static List<String> list(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    void theAnswerIsATokenAndNothingElse() {
        var address = email("login");
        newUser(address);

        var answer = logIn(address, PASSWORD);

        assertStatus(answer, 200);
        assertThat(answer.json().size()).isEqualTo(1);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var header = json(new String(
                Base64.getUrlDecoder()
                        .decode(answer.json().get("token").asText().split("\\.")[0]),
                UTF_8));
        assertThat(header.get("alg").asText()).isEqualTo("ES256");
    }

    @Test
    void theTokenSaysWhoItIsAndWhatTheyMay() {
        var address = email("claims");
        var user = newUser(address);
        var permission = unique("REPORTES");
        var roleName = unique("ANALISTA");
        give(user, RosterSide.group(roleName, permission, "READ_PRIVILEGES"));

        var token = tokenOf(address);

        var claims = claims(token);
        assertThat(claims.get("sub").asText()).isEqualTo(address);
        assertThat(claims.get("email").asText()).isEqualTo(address);
        assertThat(claims.get("userId").asText()).isEqualTo(user);
        assertThat(list(claims.get("roles"))).isEqualTo(List.of(roleName));
        assertThat(list(claims.get("permissions"))).containsExactlyInAnyOrder(permission, "READ_PRIVILEGES");
        assertThat(list(claims.get("groups"))).containsExactlyInAnyOrder(permission, "READ_PRIVILEGES", roleName);
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isBetween(60L, 3600L);
        assertStatus(call(token, "GET", USERS), 200);
        assertDenied(send(token, "POST", USERS, "{}"));
    }

    @Test
    void theAdministratorDoesEverythingWithTheToken() {
        var answer = logIn(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD);
        assertStatus(answer, 200);
        var token = answer.json().get("token").asText();

        assertStatus(send(token, "POST", USERS, john(email("byadmin"))), 201);
        assertStatus(call(token, "GET", "/api/audit-logs"), 200);
    }

    @Test
    void aRoleThatIsOnlyCalledLikeARightGivesNone() {
        var address = email("namesake");
        var role = RosterSide.group("users:create");
        give(newUser(address), role);

        var claims = claims(tokenOf(address));

        assertThat(list(claims.get("roles"))).isEqualTo(List.of("users:create"));
        assertThat(list(claims.get("groups"))).isEmpty();
        assertStatus(call("DELETE", ROLES + '/' + role), 204);
    }

    @Test
    void anAddressIsTakenInEverySpelling() {
        var address = email("spelling");
        newUser(address);

        assertStatus(logIn("  " + address.toUpperCase(Locale.ROOT) + ' ', PASSWORD), 200);
    }

    @Test
    void unknownAndWrongAreOneAnswer() {
        var address = email("wrong");
        newUser(address);

        assertError(logIn(address, "not the password"), 401, "Credenciales erróneas", "BadCredentialsException");
        assertError(logIn(email("nobody"), PASSWORD), 401, "Credenciales erróneas", "BadCredentialsException");
    }

    @Test
    void thatAnAccountIsOutOfUseIsSaidOnlyToWhoKnowsThePassword() {
        var address = email("disabled");
        var id = newUser(address);
        call("PATCH", USERS + '/' + id + "/deactivate");

        assertError(logIn(address, PASSWORD), 401, "Cuenta deshabilitada", "DisabledException");
        assertError(logIn(address, "not the password"), 401, "Credenciales erróneas", "BadCredentialsException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                       | El email es obligatorio; La contraseña es obligatoria
            {"email":"","password":""}               | El email es obligatorio; La contraseña es obligatoria
            {"email":"nobody","password":"x"}        | Formato de email inválido
            {"email":"a@b.co"}                       | La contraseña es obligatoria
            """)
    void whatIsWrongIsSaid(String body, String detail) {
        assertInvalid(http().post(LOGIN).json(body).send(), detail);
    }

    @Test
    void aBodyThatCannotBeReadIsAnswered400() {
        assertError(
                http().post(LOGIN).json("{").send(), 400, "Solicitud mal formada", "HttpMessageNotReadableException");
    }

    @Test
    void aTokenOpensEveryDoorOfRosterThatItsRightsOpen() {
        var token = tokenHolding("users:read");

        assertStatus(http().get("/v1/users?limit=1").bearer(token).send(), 200);
        assertDenied(call(token, "GET", USERS));
    }

    @Test
    void theAnswerDoesNotRepeatThePassword() {
        var answer = http().post(LOGIN)
                .json(Map.of("email", "x", "password", "se cret pass"))
                .send();

        assertThat(answer.text()).doesNotContain("se cret");
    }
}
