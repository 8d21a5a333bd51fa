package org.roster.contract.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.http.Failure;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class AuthserviceDetailsTest {

    private static final Failure BROKEN = Failure.invalid(List.of(
            new Failure.Violation("email", "{authservice.user.email.required}"),
            new Failure.Violation("lastName", "{authservice.user.lastName.required}"),
            new Failure.Violation("name", "El nombre es obligatorio"),
            new Failure.Violation("password", "{authservice.user.password.short}")));

    @Test
    void theSentencesStandInTheOrderOfTheFields() {
        assertThat(AuthserviceDetails.of(BROKEN, false))
                .isEqualTo("El nombre es obligatorio; El apellido es obligatorio; El email es obligatorio;"
                        + " La contraseña debe tener al menos 8 caracteres");
    }

    @Test
    void eachSentenceMayComeWithItsField() {
        assertThat(AuthserviceDetails.of(BROKEN, true))
                .isEqualTo("name: El nombre es obligatorio; lastName: El apellido es obligatorio;"
                        + " email: El email es obligatorio; password: La contraseña debe tener al menos 8 caracteres");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            must have at least 15 characters                    | La contraseña debe tener al menos 15 caracteres
            must have at most 256 characters                    | La contraseña no puede exceder 256 caracteres
            must not be the user name or the e-mail address     | La contraseña no puede ser el nombre de usuario ni el email
            must be something that nobody has thought of yet    | La contraseña no cumple la política de contraseñas
            """)
    void thePolicysRulesAreSaidInSpanish(String rule, String detail) {
        var failure = Failure.of(new Refusal(Reason.PASSWORD_TOO_WEAK, "password", rule));

        assertThat(AuthserviceDetails.of(failure, false)).isEqualTo(detail);
        assertThat(AuthserviceDetails.of(failure, true)).isEqualTo("password: " + detail);
    }

    @ParameterizedTest
    @CsvSource({
        "username, Email inválido",
        "email, Email inválido",
        "givenName, El nombre contiene caracteres no válidos",
        "familyName, El apellido contiene caracteres no válidos",
        "elsewhere, Valor no válido"
    })
    void aValueThatTheDirectoryRefusesIsSaidUnderItsNameHere(String field, String detail) {
        assertThat(AuthserviceDetails.of(Failure.of(Refusal.invalid(field, "is wrong")), false))
                .isEqualTo(detail);
    }
}
