package org.roster.it.ecosys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;

/** The grants of {@code /etc-backend/token}, and the tokens that come of them. */
class EcosysTokenIT extends EcosysApi {

    private static Http.Call asBootstrap() {
        return http().post(TOKEN).basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET);
    }

    private static Answer refresh(String token) {
        return asBootstrap()
                .form("grant_type", "refresh_token", "refresh_token", token)
                .send();
    }

    private static Iterable<String> scopes(Answer answer) {
        var token = textOf(answer, 200, "access_token");
        return StreamSupport.stream(claims(token).get("scopes").spliterator(), false)
                .map(scope -> scope.asText())
                .toList();
    }

    @Test
    void aTokenAnswerIsAsTheClientsReadIt() {
        var answer = asBootstrap()
                .form("grant_type", "client_credentials", "scope", "profile users:create")
                .send();

        assertStatus(answer, 200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("token_type", "expires_in", "access_token");
        assertThat(answer.json().get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(3600);
    }

    @Test
    void aClientsTokenNamesTheClientAndNoUser() {
        var claims = claims(tokenFor("profile", "users:create"));

        assertThat(claims.get("aud").asText()).isEqualTo(Credentials.CLIENT_ID);
        assertThat(claims.get("sub").asText()).isEmpty();
        assertThat(claims.get("jti").asText()).isNotEmpty();
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(3600);
        assertThat(claims.get("scopes")).isEqualTo(json("[\"profile\", \"users:create\"]"));
    }

    @Test
    void theFormMayBeUrlEncodedAndCarryTheClient() {
        // As my-account sends it.
        var answer = http().post(TOKEN)
                .header("Accept", "application/json")
                .form(
                        "grant_type",
                        "password",
                        "client_id",
                        Credentials.CLIENT_ID,
                        "client_secret",
                        Credentials.CLIENT_SECRET,
                        "username",
                        "admin",
                        "password",
                        Credentials.ADMIN_PASSWORD,
                        "scope",
                        "profile users:read users:create users:update users:delete clients:create")
                .send();

        assertStatus(answer, 200);
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly("token_type", "expires_in", "access_token", "refresh_token");
        assertThat(claims(answer.json().get("access_token").asText()).get("sub").asText())
                .isEqualTo("admin");
        assertThat(scopes(answer))
                .containsExactlyInAnyOrder(
                        "profile", "users:read", "users:create", "users:update", "users:delete", "clients:create");
    }

    @Test
    void aUsersTokenCarriesOnlyWhatTheUserMayDo() {
        var answer = logIn(newUser(), "pass word", "profile email users:create users:delete");

        assertThat(scopes(answer)).containsExactlyInAnyOrder("profile", "email");
        var refused = http().post(USERS)
                .bearer(answer.json().get("access_token").asText())
                .json(requestOf("create-user"))
                .send();
        assertAnswer(refused, 403, transcript("insufficient-scope"));
    }

    @Test
    void withoutAScopeATokenCarriesNone() {
        var answer = asBootstrap().form("grant_type", "client_credentials").send();

        assertThat(scopes(answer)).isEmpty();
    }

    @Test
    void aKnownScopeThatTheClientMayNotHaveIsLeftOut() {
        var client = newClient("client_credentials", "users:read");

        var answer = client.on(http().post(TOKEN))
                .form("grant_type", "client_credentials", "scope", "users:read users:delete")
                .send();

        assertThat(scopes(answer)).containsExactly("users:read");
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        var name = newUser();
        var first = textOf(logIn(name, "pass word", "profile"), 200, "refresh_token");

        var answer = refresh(first);

        var second = textOf(answer, 200, "refresh_token");
        assertThat(second).isNotEqualTo(first);
        assertThat(scopes(answer)).containsExactly("profile");
        assertThat(claims(answer.json().get("access_token").asText()).get("sub").asText())
                .isEqualTo(name);
        assertAnswer(refresh(first), 401, transcript("refresh-revoked"));
        // Two parties hold it, so what came of it is good no more either.
        assertAnswer(refresh(second), 401, transcript("refresh-revoked"));
    }

    @Test
    void anUnknownRefreshTokenAnswers401() {
        assertAnswer(refresh("def50200"), 401, transcript("refresh-unknown"));
    }

    @Test
    void aRefreshTokenOfAnotherClientAnswers401() {
        var client = newClient("refresh_token", "profile");
        var token = textOf(logIn(newUser(), "pass word", "profile"), 200, "refresh_token");

        var answer = client.on(http().post(TOKEN))
                .form("grant_type", "refresh_token", "refresh_token", token)
                .send();

        assertAnswer(answer, 401, transcript("refresh-of-another-client"));
        assertStatus(refresh(token), 200);
    }

    @Test
    void aRefreshThatAsksForMoreDoesNotCostTheToken() {
        var token = textOf(logIn(newUser(), "pass word", "profile"), 200, "refresh_token");

        var answer = asBootstrap()
                .form("grant_type", "refresh_token", "refresh_token", token, "scope", "profile users:fly")
                .send();

        assertAnswer(answer, 400, transcript("invalid-scope"));
        assertStatus(refresh(token), 200);
    }

    @Test
    void aPublicClientLogsItsUsersInWithoutASecret() {
        var made = http().post("/etc-backend/api/clients")
                .bearer(token())
                .json(Map.of(
                        "client_name", unique("app"),
                        "redirect_uri", "https://app.example.com/callback",
                        "grant_types", "password",
                        "is_confidential", false,
                        "scope", "profile"))
                .send();
        assertStatus(made, 201);
        assertThat(made.json().at("/client/client_secret").isNull()).isTrue();

        var answer = http().post(TOKEN)
                .form(
                        "grant_type", "password",
                        "client_id", made.json().at("/client/client_id").asText(),
                        "username", newUser(),
                        "password", "pass word",
                        "scope", "profile")
                .send();

        assertThat(scopes(answer)).containsExactly("profile");
    }
}
