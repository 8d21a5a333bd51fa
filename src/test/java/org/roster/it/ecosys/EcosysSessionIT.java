package org.roster.it.ecosys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;

/** A person with a client: registering, the profile, logging out. */
class EcosysSessionIT extends EcosysApi {

    private static Answer register(String clientId, String username) {
        return http().post("/etc-backend/api/register")
                .json(Map.of(
                        "client_id",
                        clientId,
                        "username",
                        username,
                        "password",
                        "pass word",
                        "email",
                        username + "@example.com"))
                .send();
    }

    private static Answer profile(String token) {
        return http().get("/etc-backend/api/profile").bearer(token).send();
    }

    @Test
    void theProfileNamesTheUserAndTheScopes() {
        var name = newUser();
        var token = textOf(logIn(name, "pass word", "profile email"), 200, "access_token");

        var answer = profile(token);

        assertAnswer(answer, 200, json("""
                {"user_id": "%s", "username": "%s", "scopes": ["email", "profile"],
                 "message": "Successfully accessed protected profile data."}""".formatted(claims(token).get("user").asText(), name)));
    }

    @Test
    void theProfileOfAClientNamesNobody() {
        assertAnswer(profile(tokenFor("profile")), 200, json("""
                {"user_id": null, "username": null, "scopes": ["profile"],
                 "message": "Successfully accessed protected profile data."}"""));
    }

    @Test
    void theProfileAsksForItsScope() {
        var answer = profile(tokenFor("email"));

        assertStatus(answer, 403);
        assertThat(answer.json().get("message").asText())
                .isEqualTo("The token is missing the required \"profile\" scope.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void aTokenThatWasLoggedOutOpensNothing(String type) {
        var token = textOf(logIn(newUser(), "pass word", "profile"), 200, "access_token");

        var answer = http().post("/etc-backend/api/logout")
                .bearer(token)
                .body(type, new byte[0])
                .send();

        assertAnswer(answer, 200, transcript("logged-out"));
        assertAnswer(profile(token), 401, transcript("token-revoked"));
        assertAnswer(http().post("/etc-backend/api/logout").bearer(token).send(), 401, transcript("token-revoked"));
    }

    @Test
    void withoutATokenThereIsNothingToLogOut() {
        var nobody = http().post("/etc-backend/api/logout").send();
        var byPassword = http().post("/etc-backend/api/logout")
                .basic("admin", Credentials.ADMIN_PASSWORD)
                .send();

        assertAnswer(nobody, 401, transcript("token-missing"));
        assertRefused(byPassword, 400, "Bad Request", "There is no access token to take back.");
    }

    @Test
    void nobodyRegistersThroughAClientThatIsNotAllowedIt() {
        var answer = register(Credentials.CLIENT_ID, unique("jane"));

        assertAnswer(answer, 401, transcript("registration-refused"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"OAuth\"");
        assertAnswer(register("nobody", unique("jane")), 401, transcript("registration-refused"));
    }

    @Test
    void aPersonRegistersThroughAClientThatIsAllowedIt() {
        var application = http().post("/v1/applications")
                .bearer(token())
                .json(Map.of("name", unique("portal"), "selfRegistration", true))
                .send();
        assertStatus(application, 201);
        var client = application.json().get("clientId").asText();
        var name = unique("jane");

        var answer = register(client, name);

        assertAnswer(answer, 201, json("""
                {"status": "success", "message": "User registered successfully.",
                 "user": {"username": "%1$s", "first_name": null, "last_name": null, "email": "%1$s@example.com"}}""".formatted(name)));
        assertStatus(logIn(name, "pass word", "profile"), 200);
        assertAnswer(register(client, name), 409, transcript("user-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "username", "password", "email"})
    void aRegistrationWithoutARequiredMemberAnswers400(String missing) {
        var body = new HashMap<String, Object>(
                Map.of("client_id", "c", "username", "jane", "password", "p", "email", "jane@example.com"));
        body.remove(missing);

        var answer = http().post("/etc-backend/api/register").json(body).send();

        assertRefused(
                answer,
                400,
                "Bad Request",
                "Invalid JSON or missing required fields: client_id, username, password, email.");
    }
}
