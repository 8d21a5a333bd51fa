package org.roster.contract.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Language.ES.texts().all())
                .containsOnlyKeys(Language.EN.texts().all().keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlacesInATextButForAWeakPassword() {
        Language.EN.texts().all().keySet().stream()
                .filter(key -> !key.equals("weak_other"))
                .forEach(key -> assertThat(places(Language.ES, key))
                        .as(key)
                        .containsExactlyInAnyOrder(places(Language.EN, key)));
    }

    private static String[] places(Language language, String key) {
        return Stream.of(language.texts().get(key))
                .flatMap(text -> PLACE.matcher(text).results().map(place -> place.group()))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1   | one second | un segundo
                    30  | 30 seconds | 30 segundos
                    90  | 90 seconds | 90 segundos
                    91  | 2 minutes  | 2 minutos
                    600 | 10 minutes | 10 minutos
                    601 | 11 minutes | 11 minutos
                    """)
    void aStretchOfTimeIsRoundedUpToWhatAPersonWouldWaitFor(int seconds, String english, String spanish) {
        assertThat(Language.EN.wait(seconds)).isEqualTo(english);
        assertThat(Language.ES.wait(seconds)).isEqualTo(spanish);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    must have at least 15 characters              | La contraseña debe tener al menos 15 caracteres.
                    must have at most 256 characters              | La contraseña debe tener como máximo 256 caracteres.
                    must not be the user name or the e-mail address | La contraseña no debe ser su nombre de usuario ni su correo electrónico.
                    must not be one of the most common passwords  | Es una de las contraseñas más comunes. Elija otra.
                    must not consist of names and words that lie near, such as the user's or the service's | La contraseña no debe formarse con nombres y palabras cercanos, como los suyos o los del servicio.
                    is too easy to guess: Repeats like aaa        | Esta contraseña es demasiado fácil de adivinar. Hágala más larga.
                    must not be the present one                   | La contraseña nueva no debe ser la actual.
                    must not be one of the last 5 that were in use | La contraseña no debe ser una de las últimas 5 que se usaron.
                    is written in a rule of tomorrow              | Esta contraseña no cumple las reglas. Elija otra.
                    """)
    void theDirectorysReasonIsSaidInTheReadersLanguage(String detail, String spanish) {
        assertThat(Language.ES.weak(detail)).isEqualTo(spanish);
    }

    @Test
    void aReasonWithoutATextIsSaidInTheDirectorysWords() {
        assertThat(Language.EN.weak("is written in a rule of tomorrow"))
                .isEqualTo("This password is written in a rule of tomorrow.");
    }
}
