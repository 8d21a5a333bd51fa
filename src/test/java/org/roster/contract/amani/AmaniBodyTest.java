package org.roster.contract.amani;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.http.Failure;
import org.roster.http.FailureException;

class AmaniBodyTest {

    private static AmaniBody json(String text) {
        return read("application/json; charset=utf-8", text);
    }

    private static AmaniBody read(String type, String text) {
        try {
            return AmaniBodyReader.read(type, text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object refusal(Runnable reading) {
        var thrown = catchThrowableOfType(FailureException.class, reading::run);
        assertThat(thrown).as("something is wrong").isNotNull();
        return AmaniReasons.invalid(thrown.failure());
    }

    private static Object faults(String text, Consumer<AmaniBody> reading) {
        var body = json(text);
        return refusal(() -> {
            reading.accept(body);
            body.done();
        });
    }

    private static Map<String, List<String>> fault(String field, String... messages) {
        return Map.of(field, List.of(messages));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var faults = faults("""
                {"email": "no address", "phone": [], "mfa": "perhaps"}""", body -> {
            body.require("email");
            body.require("password");
            body.text("email", AmaniText.email(10));
            body.text("phone", AmaniText.optional(64));
            body.flag("mfa");
        });

        assertThat(faults)
                .isEqualTo(Map.of(
                        "email", List.of("Enter a valid email address."),
                        "password", List.of("This field is required."),
                        "phone", List.of("Not a valid string."),
                        "mfa", List.of("Must be a valid boolean.")));
    }

    @Test
    void aTextMayBreakSeveralRules() {
        assertThat(faults("{\"email\": \"far too long\"}", body -> body.text("email", AmaniText.email(10))))
                .isEqualTo(fault(
                        "email", "Ensure this field has no more than 10 characters.", "Enter a valid email address."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null         | This field may not be null.",
                "\"\"         | This field may not be blank.",
                "\"  \\t\"    | This field may not be blank.",
                "true         | Not a valid string.",
                "{}           | Not a valid string.",
                "[\"a\"]      | Not a valid string.",
                "\"abcdef\"   | Ensure this field has no more than 5 characters."
            })
    void whatIsNoTextIsSaidToBeNone(String value, String message) {
        assertThat(faults("{\"name\": " + value + "}", body -> body.text("name", AmaniText.upTo(5))))
                .isEqualTo(fault("name", message));
    }

    @ParameterizedTest
    @CsvSource({"\" Jane \", Jane", "42, 42", "1.5, 1.5"})
    void aTextIsTrimmedAndANumberTakenForOne(String value, String text) {
        assertThat(json("{\"name\": " + value + "}")
                        .text("name", AmaniText.upTo(9))
                        .value())
                .isEqualTo(text);
    }

    @Test
    void aPasswordKeepsItsBlanksAndIsCountedInCodePoints() {
        assertThat(json("{\"password\": \"  six  \"}")
                        .text("password", AmaniText.password(6, 256))
                        .value())
                .isEqualTo("  six  ");
        assertThat(faults(
                        "{\"password\": \"\\uD83D\\uDE00\\uD83D\\uDE00\\uD83D\\uDE00\"}",
                        body -> body.text("password", AmaniText.password(6, 256))))
                .isEqualTo(fault("password", "Ensure this field has at least 6 characters."));
    }

    @Test
    void anOptionalTextMayBeEmptyOrNullOrNotThere() {
        var body = json("{\"phone\": null, \"first_name\": \" \", \"unknown\": {}}");

        assertThat(body.text("phone", AmaniText.optional(9)).given()).isTrue();
        assertThat(body.text("phone", AmaniText.optional(9)).value()).isNull();
        assertThat(body.text("first_name", AmaniText.optional(9)).value()).isEmpty();
        assertThat(body.text("last_name", AmaniText.optional(9)).given()).isFalse();
        body.done();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "1, true", "0, false", "\"True\", true", "\"off\", false", "\"t\", true"})
    void aFlagMayBeSpelledInManyWays(String value, boolean flag) {
        assertThat(json("{\"mfa\": " + value + "}").flag("mfa").value()).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource({"2", "\"\"", "\"maybe\"", "[]", "{}", "1.5"})
    void whatIsNoFlagIsSaidToBeNone(String value) {
        assertThat(faults("{\"mfa\": " + value + "}", body -> body.flag("mfa")))
                .isEqualTo(fault("mfa", "Must be a valid boolean."));
        assertThat(faults("{\"mfa\": null}", body -> body.flag("mfa")))
                .isEqualTo(fault("mfa", "This field may not be null."));
    }

    @ParameterizedTest
    @CsvSource({"\"a\", str", "1, int", "1.5, float", "true, bool", "{}, dict"})
    void whatIsNoListIsSaidToBeNone(String value, String type) {
        assertThat(faults("{\"groups\": " + value + "}", body -> body.list("groups")))
                .isEqualTo(fault("groups", "Expected a list of items but got type \"" + type + "\"."));
    }

    @Test
    void aListOfTextsHoldsNothingElse() {
        assertThat(json("{\"permissions\": [\"a\", \"b\"]}")
                        .texts("permissions")
                        .value())
                .containsExactly("a", "b");
        assertThat(faults("{\"permissions\": [\"a\", 1]}", body -> body.texts("permissions")))
                .isEqualTo(fault("permissions", "Invalid value."));
    }

    @Test
    void anIdIsAUuid() {
        var id = UUID.randomUUID();

        assertThat(json("{\"user\": \"" + id + "\"}").id("user").value()).isEqualTo(id);
        assertThat(json("{\"user\": null}").id("user").value()).isNull();
        assertThat(faults("{\"user\": \"jane\"}", body -> body.id("user")))
                .isEqualTo(fault("user", "“jane” is not a valid UUID."));
        assertThat(faults("{\"user\": 7}", body -> body.id("user")))
                .isEqualTo(fault("user", "Incorrect type. Expected pk value, received int."));
    }

    @Test
    void aTimeIsInSecondsOfThisEra() {
        assertThat(json("{\"at\": 1700000000}").time("at").value()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(json("{\"at\": \"1700000000\"}").time("at").value()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(faults("{\"at\": \"tomorrow\"}", body -> body.time("at")))
                .isEqualTo(fault("at", "A valid integer is required."));
        assertThat(faults("{\"at\": 9999999999999999999999}", body -> body.time("at")))
                .isEqualTo(fault("at", "A valid integer is required."));
        assertThat(faults("{\"at\": 253402300800}", body -> body.time("at")))
                .isEqualTo(fault("at", "Ensure this value is less than or equal to 253402300799."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[] | list", "\"a\" | str", "1 | int", "1.0 | float", "true | bool"})
    void aBodyThatIsNoObjectIsRefusedAsAWhole(String body, String type) {
        assertThat(refusal(() -> json(body)))
                .isEqualTo(fault("non_field_errors", "Invalid data. Expected a dictionary, but got " + type + '.'));
    }

    @Test
    void nullIsNoData() {
        assertThat(refusal(() -> json("null"))).isEqualTo(fault("non_field_errors", "No data provided"));
    }

    @Test
    void noBodyIsOneWithoutMembers() {
        var body = read(null, "");

        body.require("email");

        assertThat(refusal(body::done)).isEqualTo(fault("email", "This field is required."));
    }

    @Test
    void aFormIsReadLikeJson() {
        var body = read("application/x-www-form-urlencoded", "email=a%40b.example&groups=2&groups=7&mfa=true&email=c");

        assertThat(body.text("email", AmaniText.upTo(99)).value()).isEqualTo("c");
        assertThat(body.flag("mfa").value()).isTrue();
        assertThat(body.texts("groups").value()).containsExactly("2", "7");
        assertThat(body.text("other", AmaniText.upTo(99)).given()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\": \"a", "{\"phone: \"str (Optional)\"}", "  ", "{} {}", "{\"a\": 1, \"a\": 2}"})
    void whatIsNotJsonCannotBeParsed(String text) {
        var thrown = catchThrowableOfType(FailureException.class, () -> json(text));

        assertThat(thrown.failure().kind()).isEqualTo(Failure.Kind.MALFORMED);
        assertThat(thrown.failure().detail()).startsWith("JSON parse error - ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml; charset=utf-8", "application/vnd.api+json", "nonsense"})
    void anotherMediaTypeIsNamedWhereItIsRefused(String type) {
        var thrown = catchThrowableOfType(FailureException.class, () -> read(type, "{}"));

        assertThat(thrown.failure().kind()).isEqualTo(Failure.Kind.UNSUPPORTED_MEDIA_TYPE);
        assertThat(thrown.failure().subject()).isEqualTo(type);
    }

    @Test
    void aBodyDoesNotPrintWhatItHolds() {
        assertThat(json("{\"password\": \"secret\"}")).hasToString("AmaniBody[password]");
    }
}
