package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;

/** Users of {@code /v1}: made, read, changed, removed. */
class UsersIT extends RosterApi {

    /** All of the password "S3cure-passw0rd!", made by other programs. */
    private static final String HASH =
            "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$df2olmT7ckb02ks/97V3S3JeKEn/F4Lgl8Mya+8iFIw";

    private static final String BCRYPT = "$2b$10$abcdefghijklmnopqrstuuit36MY6GKPuIoArRsA4.ILn8Uw0cP0O";
    private static final String PBKDF2 =
            "$pbkdf2-sha256$i=210000$MDEyMzQ1Njc4OWFiY2RlZg$YmL4CWfZGDRuPxiVe+844ZsdxTaF8ZzgpMps9jXWjIg";

    @Test
    void oneRequestMakesAUserWithAllThatItStartsWith() {
        var name = unique("jane");
        var application = madeId("/v1/applications", Map.of("name", unique("app")));
        var group = madeId("/v1/groups", Map.of("name", unique("group"), "permissions", List.of("users:read")));

        var answer = post("/v1/users", """
                {"username": "%1$s", "email": "%1$s@Example.com", "password": "%2$s", "givenName": "Jane",
                 "middleName": "Q", "familyName": "Doe", "displayName": "Jane Doe", "phone": "+1 555 0100",
                 "locale": "en", "externalId": "hr-17", "emailVerified": true,
                 "profile": {"team": {"name": "blue"}}, "customData": {"badge": 17},
                 "groups": ["%3$s"], "applications": ["%4$s"],
                 "apiKey": {"name": "first key", "scopes": ["users:read"]}}
                """.formatted(name, PASSWORD, group, application));

        assertStatus(answer, 201);
        var body = (ObjectNode) answer.json();
        var id = body.get("id").asText();
        var key = (ObjectNode) body.get("apiKey");
        assertThat(answer.header("Location")).isEqualTo(base() + "/v1/users/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(key.get("key").asText())
                .isEqualTo(key.get("id").asText() + "." + key.get("secret").asText());
        for (var given : List.of("id", "objectId", "tenant", "passwordChangedAt", "createdAt", "updatedAt")) {
            assertThat(body.remove(given).asText()).isNotBlank();
        }
        body.remove("apiKey");
        assertThat(body).isEqualTo(json("""
                {"username": "%1$s", "email": "%1$s@Example.com", "givenName": "Jane", "middleName": "Q",
                 "familyName": "Doe", "displayName": "Jane Doe", "phone": "+1 555 0100", "locale": "en",
                 "externalId": "hr-17", "status": "ACTIVE", "emailVerified": true, "accountLocked": false,
                 "accountExpired": false, "credentialsExpired": false, "mfa": false, "resetPassword": false,
                 "resetSecondFactor": false, "hasPassword": true, "profile": {"team": {"name": "blue"}},
                 "customData": {"badge": 17}, "lastLoginAt": null, "version": 1}
                """.formatted(name)));
        assertThat(members(get("/v1/users/" + id + "/groups").json(), "id")).containsExactly(group);
        assertThat(members(get("/v1/users/" + id + "/applications").json(), "id"))
                .containsExactly(application);
        assertThat(http().get("/v1/me").basic(name, PASSWORD).send().json().get("scopes"))
                .isEqualTo(json("[\"users:read\"]"));
        assertThat(http().get("/v1/me")
                        .header("key", key.get("key").asText())
                        .send()
                        .json()
                        .get("user")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void aReadShowsTheSameUserAsTheCreationButNoKey() {
        var made = post("/v1/users", """
                {"username": "%s", "apiKey": {"name": "k"}}""".formatted(unique("same")));
        var body = (ObjectNode) made.json();

        var read = get("/v1/users/" + body.get("id").asText());

        body.remove("apiKey");
        assertThat(read.json()).isEqualTo(body);
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {HASH, BCRYPT, PBKDF2})
    void aHashThatWasMadeElsewhereOpensWithItsPassword(String hash) {
        var name = unique("hashed");

        made("/v1/users", Map.of("username", name, "passwordHash", hash));

        assertStatus(http().get("/v1/me").basic(name, "another password!").send(), 401);
        assertStatus(http().get("/v1/me").basic(name, "S3cure-passw0rd!").send(), 200);
    }

    @Test
    void aCreationThatFailsInTheMiddleLeavesNothing() {
        var name = unique("nothing");
        var group = madeId("/v1/groups", Map.of("name", unique("group")));

        var answer = post("/v1/users", """
                {"username": "%s", "groups": ["%s", "%s"]}""".formatted(name, group, UNKNOWN));

        assertProblem(answer, 404, "Not Found", "group_unknown", "there is no such group", "group");
        assertThat(get("/v1/users?username=" + name).json()).isEqualTo(json("{\"items\": [], \"next\": null}"));
        assertThat(members(get("/v1/groups/" + group + "/members").json(), "id"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ren\u00e9e, REN\u00c9E", // case
        "ren\u00e9e, rene\u0301e", // composed and not
        "renee, \uff52\uff45\uff4e\uff45\uff45", // full width
        "office, o\ufb03ce", // ligature
        "stra\u00dfe, STRASSE" // full folding
    })
    void aNameIsTakenInEverySpellingThatFoldsToIt(String first, String second) {
        var suffix = unique("");
        made("/v1/users", Map.of("username", first + suffix));

        var answer = http().post("/v1/users")
                .bearer(token())
                .json(Map.of("username", second + suffix))
                .send();

        assertProblem(answer, 409, "Conflict", "username_taken", "another user has this user name", "username");
        assertThat(members(
                        http().get("/v1/users")
                                .query("username", second + suffix)
                                .bearer(token())
                                .send()
                                .json(),
                        "username"))
                .containsExactly(first + suffix);
    }

    @Test
    void anAddressIsTakenInAnyLetterCase() {
        var name = unique("mail");
        made("/v1/users", Map.of("username", name, "email", name + "@example.com"));

        var answer = post("/v1/users", """
                {"username": "%s-2", "email": "%s@EXAMPLE.com"}""".formatted(name, name.toUpperCase(Locale.ROOT)));

        assertProblem(answer, 409, "Conflict", "email_taken", "another user has this e-mail address", "email");
    }

    @Test
    void aUserNameCannotBeTheAddressOfAnotherUser() {
        var name = unique("cross");
        made("/v1/users", Map.of("username", name, "email", name + "@example.com"));

        var answer = post("/v1/users", """
                {"username": "%s@Example.com"}""".formatted(name));

        assertRefused(answer, 409, "username_taken");
    }

    @Test
    void anAddressCannotBeTheUserNameOfAnotherUser() {
        var address = unique("cross") + "@example.com";
        made("/v1/users", Map.of("username", address));

        var answer = post("/v1/users", """
                {"username": "%s", "email": "%s"}""".formatted(unique("other"), address));

        assertRefused(answer, 409, "email_taken");
    }

    @Test
    void aUserMayHaveTheirOwnAddressAsTheirName() {
        var address = unique("own") + "@example.com";

        var made = made("/v1/users", Map.of("username", address, "email", address));

        assertThat(made.get("username")).isEqualTo(made.get("email"));
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        var name = unique("patch");
        var before = (ObjectNode) made(
                        "/v1/users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@example.com",
                                "givenName",
                                "Jane",
                                "familyName",
                                "Doe",
                                "profile",
                                Map.of("a", 1, "b", Map.of("c", 2, "d", 3))))
                .deepCopy();

        var answer = patch("/v1/users/" + before.get("id").asText(), """
                {"givenName": "Janet", "familyName": null, "mfa": true,
                 "profile": {"a": null, "b": {"d": 4}, "e": [5]}}""");

        assertStatus(answer, 200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        var after = (ObjectNode) answer.json();
        assertThat(after.remove("updatedAt")).isNotEqualTo(before.remove("updatedAt"));
        before.put("givenName", "Janet").putNull("familyName").put("mfa", true).put("version", 2);
        before.set("profile", json("""
                {"b": {"c": 2, "d": 4}, "e": [5]}"""));
        assertThat(after).isEqualTo(before);
        assertThat(get("/v1/users/" + after.get("id").asText()).json().get("profile"))
                .isEqualTo(before.get("profile"));
    }

    @Test
    void aRenamedUserIsFoundByTheNewNameOnly() {
        var name = unique("old");
        var id = madeId("/v1/users", Map.of("username", name, "email", name + "@example.com"));

        var answer = patch("/v1/users/" + id, """
                {"username": "new-%1$s", "email": "new-%1$s@example.com"}""".formatted(name));

        assertStatus(answer, 200);
        assertThat(members(get("/v1/users?username=new-" + name).json(), "id")).containsExactly(id);
        assertThat(members(get("/v1/users?email=new-" + name + "@example.com").json(), "id"))
                .containsExactly(id);
        assertThat(members(get("/v1/users?username=" + name).json(), "id")).isEmpty();
        made("/v1/users", Map.of("username", name, "email", name + "@example.com")); // both are free again
    }

    @Test
    void aPatchCannotTakeTheNameOfAnother() {
        var taken = unique("taken");
        made("/v1/users", Map.of("username", taken));
        var id = madeId("/v1/users", Map.of("username", unique("mover")));

        var answer = patch("/v1/users/" + id, """
                {"username": "%s"}""".formatted(taken.toUpperCase(Locale.ROOT)));

        assertRefused(answer, 409, "username_taken");
    }

    @Test
    void nullTakesThePasswordAway() {
        var name = unique("locked-out");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));
        assertStatus(http().get("/v1/me").basic(name, PASSWORD).send(), 200);

        var answer = patch("/v1/users/" + id, "{\"password\": null}");

        assertThat(answer.json().get("hasPassword").asBoolean()).isFalse();
        assertStatus(http().get("/v1/me").basic(name, PASSWORD).send(), 401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\": null} | value_invalid | username",
                "{\"status\": null} | value_invalid | status",
                "{\"mfa\": null} | value_invalid | mfa",
                "{\"status\": \"GONE\"} | invalid | status",
                "{\"mfa\": \"yes\"} | invalid | mfa",
                "{\"givenName\": 7} | invalid | givenName",
                "{\"profile\": []} | invalid | profile",
                "{\"id\": \"x\"} | invalid | id",
                "{\"groups\": []} | invalid | groups",
                "{\"tenant\": \"default\"} | invalid | tenant",
                "{\"version\": 9} | invalid | version",
                "{\"createdAt\": \"2020-01-01T00:00:00Z\"} | invalid | createdAt",
                "{\"email\": \"nobody\"} | value_invalid | email",
                "{\"password\": \"short\"} | password_too_weak | password",
            })
    void aPatchOfTheWrongFormIsRefusedByMember(String body, String code, String field) {
        var id = madeId("/v1/users", Map.of("username", unique("form")));

        var answer = patch("/v1/users/" + id, body);

        assertRefused(answer, 400, code);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
        assertThat(get("/v1/users/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "null", "1", ""})
    void aPatchThatIsNoObjectIsRefused(String body) {
        var id = madeId("/v1/users", Map.of("username", unique("form")));

        assertRefused(patch("/v1/users/" + id, body), 400, "malformed");
    }

    @Test
    void aChangeOfAStateThatIsGoneIsRefused() {
        var id = madeId("/v1/users", Map.of("username", unique("stale")));
        patch("/v1/users/" + id, "{\"givenName\": \"One\"}");

        var stale = http().patch("/v1/users/" + id)
                .bearer(token())
                .header("If-Match", "\"1\"")
                .mergePatch("{\"givenName\": \"Two\"}")
                .send();

        assertProblem(stale, 412, "Precondition Failed", "version_stale", "it was changed since it was read", null);
        assertThat(get("/v1/users/" + id).json().get("givenName").asText()).isEqualTo("One");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*"})
    void aChangeOfThePresentStateIsTaken(String ifMatch) {
        var id = madeId("/v1/users", Map.of("username", unique("fresh")));

        var answer = http().patch("/v1/users/" + id)
                .bearer(token())
                .header("If-Match", ifMatch)
                .json("{\"givenName\": \"One\"}")
                .send();

        assertStatus(answer, 200);
    }

    @ParameterizedTest
    @CsvSource({"'\"1\"', 304", "'W/\"1\"', 304", "'\"9\", \"1\"', 304", "*, 304", "'\"2\"', 200"})
    void aStateThatTheClientHasIsNotSentAgain(String ifNoneMatch, int status) {
        var id = madeId("/v1/users", Map.of("username", unique("cached")));

        var answer = http().get("/v1/users/" + id)
                .bearer(token())
                .header("If-None-Match", ifNoneMatch)
                .send();

        assertStatus(answer, status);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.bytes().length == 0).isEqualTo(status == 304);
    }

    @Test
    void aRemovedUserIsGoneWithItsKeysAndMemberships() {
        var name = unique("gone");
        var group = madeId("/v1/groups", Map.of("name", unique("group")));
        var made = made("/v1/users", Map.of("username", name, "groups", List.of(group), "apiKey", Map.of("name", "k")));
        var id = made.get("id").asText();

        var stale = http().delete("/v1/users/" + id)
                .bearer(token())
                .header("If-Match", "\"7\"")
                .send();
        var answer = delete("/v1/users/" + id);

        assertStatus(stale, 412);
        assertStatus(answer, 204);
        assertThat(answer.bytes()).isEmpty();
        assertProblem(get("/v1/users/" + id), 404, "Not Found", "user_unknown", "there is no such user", "user");
        assertStatus(delete("/v1/users/" + id), 404);
        assertStatus(
                http().get("/v1/me")
                        .header("key", made.get("apiKey").get("key").asText())
                        .send(),
                401);
        assertThat(members(get("/v1/groups/" + group + "/members").json(), "id"))
                .isEmpty();
        assertThat(made("/v1/users", Map.of("username", name)).get("id").asText())
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | invalid | username",
                "{\"username\": null} | invalid | username",
                "{\"username\": \"  \"} | invalid | username",
                "{\"username\": \"x \"} | invalid | username",
                "{\"username\": \"a\\u0007b\"} | invalid | username",
                "{\"username\": \"j\\u0430ne\"} | invalid | username",
                "{\"username\": \"x\", \"email\": \"x\"} | invalid | email",
                "{\"username\": \"x\", \"email\": \"a@b\\r\\nBcc: c@d.example\"} | invalid | email",
                "{\"username\": \"x\", \"givenName\": \"a\\nb\"} | value_invalid | givenName",
                "{\"username\": \"x\", \"locale\": \"not a locale\"} | value_invalid | locale",
                "{\"username\": \"x\", \"password\": \"short\"} | password_too_weak | password",
                "{\"username\": \"x\", \"password\": \"\"} | password_too_weak | password",
                "{\"username\": \"x\", \"passwordHash\": \"plain\"} | value_invalid | passwordHash",
                "{\"username\": \"x\", \"groups\": [null]} | value_invalid | groups",
                "{\"username\": \"x\", \"applications\": [null]} | value_invalid | applications",
                "{\"username\": \"x\", \"apiKey\": {}} | invalid | apiKey.name",
                "{\"username\": \"x\", \"apiKey\": {\"name\": \"k\", \"scopes\": [null]}} | value_invalid | apiKey.scopes",
                "{\"username\": \"x\", \"apiKey\": {\"name\": \"k\", \"expiresAt\": \"2001-01-01T00:00:00Z\"}} | value_invalid | expiresAt",
            })
    void aBodyWithAWrongMemberIsRefusedByItsName(String body, String code, String field) {
        var answer = post("/v1/users", body);

        assertRefused(answer, 400, code);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"username\": 7}",
                "{\"username\": \"x\", \"username\": \"y\"}",
                "{\"username\": \"x\", \"id\": \"01900000-0000-7000-8000-000000000000\"}",
                "{\"username\": \"x\", \"permissions\": [\"users:read\"]}",
                "{\"username\": \"x\", \"status\": \"\"}",
                "{\"username\": \"x\", \"status\": 0}",
                "{\"username\": \"x\", \"groups\": \"g\"}",
                "{\"username\": \"x\", \"groups\": [\"g\"]}",
                "{\"username\": \"x\", \"emailVerified\": \"true\"}",
                "{\"username\": \"x\", \"profile\": \"p\"}",
                "{\"username\": \"x\"} {}",
                "{\"username\": \"a\\u0000b\"}",
                "{\"username\": \"\\ud800\"}",
            })
    void aBodyThatIsNotWhatIsDocumentedIsRefused(String body) {
        assertRefused(post("/v1/users", body), 400, "malformed");
    }

    @Test
    void aPasswordAndAHashTogetherAreRefused() {
        var answer = http().post("/v1/users")
                .bearer(token())
                .json(Map.of("username", unique("both"), "password", PASSWORD, "passwordHash", HASH))
                .send();

        assertProblem(
                answer,
                400,
                "Bad Request",
                "value_invalid",
                "a password and a hash cannot both be given",
                "passwordHash");
    }

    private static int logIn(String name, String password) {
        return http().get("/v1/me").basic(name, password).send().status();
    }

    private static Answer token(String name, String password) {
        return http().post("/etc-backend/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "password", "username", name, "password", password, "scope", "profile")
                .send();
    }

    @Test
    void aLogInIsNotAChangeOfTheUser() {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));

        assertStatus(token(name, PASSWORD), 200);

        var user = get("/v1/users/" + id);
        assertThat(user.header("ETag")).isEqualTo("\"1\"");
        assertThat(user.json().get("lastLoginAt").isNull()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mfa", "resetPassword", "credentialsExpired", "accountLocked", "accountExpired"})
    void whatIsDemandedOfAnAccountKeepsItsPasswordFromLoggingIn(String flag) {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));
        assertThat(logIn(name, PASSWORD)).isEqualTo(200);

        assertStatus(patch("/v1/users/" + id, "{\"%s\": true}".formatted(flag)), 200);

        assertThat(logIn(name, PASSWORD)).isEqualTo(401);
        assertStatus(token(name, PASSWORD), 400);
        assertStatus(patch("/v1/users/" + id, "{\"%s\": false}".formatted(flag)), 200);
        assertThat(logIn(name, PASSWORD)).isEqualTo(200);
    }

    @Test
    void aNewPasswordIsWhatWasDemanded() {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));
        assertStatus(patch("/v1/users/" + id, "{\"resetPassword\": true, \"credentialsExpired\": true}"), 200);

        var changed = patch("/v1/users/" + id, "{\"password\": \"another correct horse\"}");

        assertThat(changed.json().get("resetPassword").asBoolean()).isFalse();
        assertThat(changed.json().get("credentialsExpired").asBoolean()).isFalse();
        assertThat(logIn(name, "another correct horse")).isEqualTo(200);
        var again = patch("/v1/users/" + id, "{\"password\": \"one more correct horse\", \"resetPassword\": true}");
        assertThat(again.json().get("resetPassword").asBoolean()).isTrue();
    }
}
