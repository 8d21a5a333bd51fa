package org.roster.contract.ecosys.user;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.roster.contract.ecosys.EcosysMissing;

class EcosysNewUserTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static List<String> faults(Object body) {
        return VALIDATOR.validate(body).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    private static EcosysNewUser user(String username, String password, @Nullable String firstName, String email) {
        return new EcosysNewUser(username, password, firstName, null, email);
    }

    @Test
    void thePublishedExampleIsGood() {
        assertThat(faults(new EcosysNewUser(
                        "newsystemuser", "aVeryComplexP@ssw0rd!", "Jane", "Doe", "jane.doe@externalsystem.com")))
                .isEmpty();
    }

    @Test
    void namesMayBeLeftOut() {
        assertThat(faults(user("jane", "p", null, "jane@example.com"))).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    void whatIsNullOrEmptyIsMissing(String nothing) {
        assertThat(faults(user(nothing, "p", null, "jane@example.com"))).contains(EcosysMissing.USER);
        assertThat(faults(user("jane", nothing, null, "jane@example.com"))).containsExactly(EcosysMissing.USER);
        assertThat(faults(user("jane", "p", null, nothing))).contains(EcosysMissing.USER);
    }

    @Test
    void eightyCharactersFitAndOneMoreDoesNot() {
        var eighty = "x".repeat(80);

        assertThat(faults(user(eighty, "p", eighty, "jane@example.com"))).isEmpty();
        assertThat(faults(user("jane", "p", eighty + "x", "jane@example.com")))
                .containsExactly("first_name must have at most 80 characters.");
    }

    @Test
    void aChangePassesOverWhatIsEmpty() {
        var change = new EcosysUserChange("", null, "", "");

        assertThat(faults(change)).isEmpty();
        assertThat(change.empty()).isTrue();
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(user("jane", "hush", null, "jane@example.com").toString()).doesNotContain("hush");
        assertThat(new EcosysUserChange(null, null, null, "hush").toString()).doesNotContain("hush");
        assertThat(new EcosysRegistration("c", "jane", "hush", "jane@example.com", null, null).toString())
                .doesNotContain("hush");
    }
}
