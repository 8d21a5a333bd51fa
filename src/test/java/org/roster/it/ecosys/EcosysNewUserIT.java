package org.roster.it.ecosys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/users}: what it takes and what it refuses. */
class EcosysNewUserIT extends EcosysApi {

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "", "{}", """
                {"password": "p", "email": "a@example.com"}""", """
                {"username": null, "password": "p", "email": "a@example.com"}""", """
                {"username": "", "password": "p", "email": "a@example.com"}""", """
                {"username": "a", "email": "a@example.com"}""", """
                {"username": "a", "password": "", "email": "a@example.com"}""", """
                {"username": "a", "password": "p"}""", """
                {"username": "a", "password": "p", "email": ""}""", """
                {"username": 1, "password": "p", "email": "a@example.com"}""", """
                {"username": "a", "username": "b", "password": "p", "email": "a@example.com"}"""})
    void whatIsNotJsonOrNotCompleteAnswersThePublishedText(String body) {
        var answer = http().post(USERS).bearer(token()).json(body).send();

        assertAnswer(answer, 400, transcript("missing-fields"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void aBodyThatDoesNotSayItIsJsonAnswers400(String type) {
        var answer = http().post(USERS)
                .bearer(token())
                .body(type, "{\"username\": \"a\"}".getBytes(UTF_8))
                .send();

        assertAnswer(answer, 400, transcript("missing-fields"));
    }

    @Test
    void namesMayBeLeftOutAndUnknownMembersArePassedOver() {
        var name = unique("jane");

        var answer = addUser("""
                {"username": "%1$s", "password": "p", "email": "%1$s@example.com", "role": "admin", "groups": ["x"]}""".formatted(name));

        assertAnswer(answer, 201, json("""
                {"status": "success", "message": "User created successfully.",
                 "user": {"username": "%1$s", "first_name": null, "last_name": null, "email": "%1$s@example.com"}}""".formatted(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username   | 81 | username must have at most 80 characters.",
                "first_name | 81 | first_name must have at most 80 characters.",
                "last_name  | 81 | last_name must have at most 80 characters.",
            })
    void aTextLongerThanItsColumnAnswers400(String member, int length, String message) {
        var body = new HashMap<String, Object>(
                Map.of("username", unique("u"), "password", "p", "email", unique("u") + "@example.com"));
        body.put(member, "x".repeat(length));

        assertRefused(addUser(body), 400, "Bad Request", message);

        body.put(member, unique("x".repeat(length - 40)));
        assertStatus(addUser(body), 201);
    }

    @Test
    void whatIsNoEmailAddressAnswers400() {
        var answer = addUser(Map.of("username", unique("u"), "password", "p", "email", "jane"));

        assertRefused(answer, 400, "Bad Request", "email must be an e-mail address such as jane@example.com.");
    }

    @Test
    void whatIsNoUserNameAnswers400() {
        var answer = addUser(Map.of("username", "two\nlines", "password", "p", "email", unique("u") + "@example.com"));

        assertRefused(
                answer,
                400,
                "Bad Request",
                "username must be visible characters of one script, without spaces at its ends.");
    }

    @Test
    void aPasswordThatIsTheUserNameAnswers400() {
        var name = unique("jane");

        var answer = addUser(Map.of("username", name, "password", name, "email", name + "@example.com"));

        assertRefused(answer, 400, "Bad Request", "password must not be the user name or the e-mail address.");
    }

    @Test
    void aTakenUserNameAnswers409InAnySpelling() {
        var name = newUser();
        var shouted = name.toUpperCase(Locale.ROOT);

        var answer = addUser(Map.of("username", shouted, "password", "p", "email", unique("u") + "@example.com"));

        assertAnswer(answer, 409, transcript("user-taken"));
    }

    @Test
    void aTakenEmailAddressAnswers409() {
        var name = newUser();

        var answer = addUser(Map.of("username", unique("u"), "password", "p", "email", name + "@EXAMPLE.com"));

        assertAnswer(answer, 409, transcript("user-taken"));
    }

    @Test
    void ofCreationsAtTheSameInstantOneSucceeds() {
        var name = unique("race");
        var body = Map.of("username", name, "password", "p", "email", name + "@example.com");
        token();

        var statuses =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> addUser(body))).limit(6).toList().stream()
                        .map(answer -> answer.join().status())
                        .sorted()
                        .toList();

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }
}
