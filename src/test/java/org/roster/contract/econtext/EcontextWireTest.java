package org.roster.contract.econtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.directory.query.Page;
import org.roster.directory.user.UserStatus;
import org.roster.http.FailureException;
import org.roster.http.Json;

/** Times, codes, statuses, bodies and parts of lists, as this contract has them. */
class EcontextWireTest {

    private static final UUID APPLICATION = UUID.fromString("609543d6-1cca-4039-9c1a-c843bda15ba4");

    private static EcontextBody body(String json) throws Exception {
        return EcontextBody.of(Json.MAPPER.readTree(json));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-08T19:21:13.381Z, 2017-05-08 19:21:13.381000+00:00",
        "2017-05-08T19:21:13Z, 2017-05-08 19:21:13.000000+00:00",
        "2026-01-02T03:04:05.000006Z, 2026-01-02 03:04:05.000006+00:00"
    })
    void aTimeIsPrintedAsPythonDoes(Instant instant, String text) {
        assertThat(EcontextTime.of(instant)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ENABLED",
        "INACTIVE, DISABLED",
        "PENDING_NEW, UNVERIFIED",
        "PENDING_JOIN, UNVERIFIED",
        "UNVERIFIED, UNVERIFIED"
    })
    void aStatusHasOneWord(UserStatus status, EcontextStatus word) {
        assertThat(EcontextStatus.of(status)).isEqualTo(word);
    }

    @ParameterizedTest
    @EnumSource(UserStatus.class)
    void whoIsCalledTheSameStaysTheSame(UserStatus status) {
        assertThat(EcontextStatus.of(status).toUserStatus(status)).isEqualTo(status);
    }

    @Test
    void equalNamesMakeOneCodeAndOthersDifferentOnes() {
        var names = List.of(
                "Test Group",
                "Test-Group",
                "Test_Group",
                "TestGroup",
                "test group x",
                "ü",
                "ö",
                "!",
                "?",
                "a".repeat(128));
        var codes = new HashSet<String>();
        names.forEach(name -> {
            codes.add(EcontextCodes.group(name, APPLICATION));
            codes.add(EcontextCodes.group(name, UUID.randomUUID()));
            codes.add(EcontextCodes.tenant(name));
        });

        assertThat(codes).hasSize(names.size() * 3);
        assertThat(codes).allMatch(code -> code.matches("[a-z0-9][a-z0-9._-]{0,127}"));
        assertThat(EcontextCodes.group("TEST GROUP", APPLICATION))
                .isEqualTo(EcontextCodes.group("test group", APPLICATION));
        assertThat(EcontextCodes.tenant("x".repeat(128))).hasSizeLessThanOrEqualTo(64);
        assertThat(EcontextCodes.group("Admins", APPLICATION)).startsWith("admins.");
        assertThat(EcontextCodes.tenant("Example")).isEqualTo("example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "1"})
    void aBodyIsAnObject(String json) {
        assertThatThrownBy(() -> body(json)).isInstanceOf(FailureException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"x\": null}",
                "{\"x\": []}",
                "{\"x\": {}}",
                "{\"x\": \"\"}",
                "{\"x\": false}",
                "{\"x\": 0}"
            })
    void whatPythonTakesForFalseIsEmpty(String json) throws Exception {
        assertThat(body(json).empty("x")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"x\": \"no\"}", "{\"x\": [0]}", "{\"x\": 1}", "{\"x\": true}"})
    void anythingElseIsNot(String json) throws Exception {
        assertThat(body(json).empty("x")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({", , false", "'', '', false", "0, , true", "3, , true", ", 2, true"})
    void aPartIsAskedForByEither(String limit, String offset, boolean asked) {
        assertThat(EcontextPaging.of(limit, offset).asked()).isEqualTo(asked);
    }

    @Test
    void aPartIsReadAPageAtATime() {
        var paging = EcontextPaging.of("450", "10");
        var pages = paging.pages((from, count) -> new Page<>(
                IntStream.range(from, Math.min(from + count, 90)).boxed().toList(), null));

        var first = pages.after(null);
        var second = pages.after(first.next());

        assertThat(first.items()).hasSize(EcontextStream.PAGE).first().isEqualTo(10);
        assertThat(second.items()).hasSize(30).last().isEqualTo(89);
        assertThat(second.next()).isNull();
    }

    @Test
    void aPartEndsWhereItIsAskedTo() {
        var pages = EcontextPaging.of("50", null)
                .pages((from, count) ->
                        new Page<>(IntStream.range(from, from + count).boxed().toList(), null));

        assertThat(pages.after(null).items()).hasSize(EcontextStream.PAGE);
        assertThat(pages.after(null).next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({", false", "'', true", "true, true", "1, true", "no, true", "false, false", "FALSE, false", "0, false"})
    void minimalIsAnythingButFalse(String given, boolean minimal) {
        assertThat(EcontextPaging.minimal(given)).isEqualTo(minimal);
    }
}
