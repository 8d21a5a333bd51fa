package org.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.refusal.Refusal;
import org.roster.text.Languages;

/** What becomes of a template and its values (R46). */
class WordingsTest {

    private static final String LINK = "https://users.example.com/account/password?token=" + Mail.TOKEN;

    private static Map<String, String> values(String name) {
        return new TreeMap<>(Map.of("name", name, "username", "jane", "tenant", "Acme", "hours", "48", "link", LINK));
    }

    private static Wording named(String template) {
        return new Wording("Hello {{name}}", template, template);
    }

    @Test
    void noValueBreaksALineOrPretendsToBeTheToken() {
        var made = Wordings.render(named("{{name}}"), values("Jane\r\nBcc: eve@example.com\u2028x\u0000" + Mail.TOKEN));

        assertThat(made.subject()).isEqualTo("Hello Jane  Bcc: eve@example.com x");
        assertThat(made.text()).isEqualTo("Jane  Bcc: eve@example.com x");
        assertThat(made.html()).doesNotContain(Mail.TOKEN).doesNotContain("\r").doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"{{name}}", "{{{name}}}", "{{&name}}"})
    void noNumberOfBracesLetsMarkupIntoTheHtml(String variable) {
        var made = Wordings.render(named("<p>" + variable + "</p>"), values("<b>\"Jane\" & 'Co'</b>"));

        assertThat(made.text()).isEqualTo("<p><b>\"Jane\" & 'Co'</b></p>");
        assertThat(made.html()).startsWith("<p>&lt;b&gt;&quot;Jane&quot; &amp; &#39;Co&#39;&lt;");
    }

    @Test
    void aLineBreakOfTheTemplateStaysOutOfTheSubject() {
        var made = Wordings.render(new Wording("Hello\r\nBcc: eve@example.com", "x", "x"), values("Jane"));

        assertThat(made.subject()).isEqualTo("Hello  Bcc: eve@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "{{surname}} {{link}}",
        "{{name.class}} {{link}}",
        "{{#name}} {{link}}",
        "{{link}} {{/name}}",
        "{{link}} {{pin}}"
    })
    void whatCannotBeFilledIsRefused(String template) {
        assertThatThrownBy(() -> Wordings.check(named(template), values("Jane")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is no template that can be filled");
    }

    @ParameterizedTest
    @CsvSource({"Hello, without, {{link}}", "Hello, {{link}}, without", "{{link}}, {{link}}, {{link}}"})
    void aTemplateShowsItsLinkInBothBodiesAndNotInTheSubject(String subject, String text, String html) {
        assertThatThrownBy(() -> Wordings.check(new Wording(subject, text, html), values("Jane")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("show");
        assertThat(Wordings.check(new Wording("Hello", "{{link}}", "{{link}}"), values("Jane"))
                        .text())
                .isEqualTo(LINK);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"es-MX,es", "es_419,es", "ES,es", "en-GB,en", "de,en", "none,en", "'',en", "'@@',en"})
    void theNearestLanguageIsChosen(String tag, String locale) {
        assertThat(Wordings.locale(tag)).isEqualTo(locale);
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void rostersOwnTemplatesPassTheCheckOfTenantsOnes(MailKind kind) {
        var values = values("Jane");
        if (kind.page().isEmpty()) {
            values.remove("link");
        }
        if (kind == MailKind.PIN) {
            values.put("pin", Mail.TOKEN);
        }

        for (String locale : Languages.WRITTEN) {
            var made = Wordings.check(Wordings.builtIn(kind, locale), values);
            assertThat(made.subject()).startsWith("Acme: ");
            assertThat(made.text() + made.html()).doesNotContain("{{").doesNotContain("[[");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, good for 1 hour and works once",
        "en, 48, good for 48 hours and works once",
        "es, 1, durante 1 hora y funciona una sola vez",
        "es, 48, durante 48 horas y funciona una sola vez"
    })
    void anHourIsOneAndHoursAreMany(String locale, String hours, String words) {
        var values = values("Jane");
        values.put("hours", hours);
        if (hours.equals("1")) {
            values.put("oneHour", "1");
        }

        for (var kind : MailKind.values()) {
            if (kind.page().isPresent()) {
                var made = Wordings.render(Wordings.builtIn(kind, locale), values);
                assertThat(made.text()).as(kind.name()).contains(words);
                assertThat(made.html()).as(kind.name()).contains(words);
            }
        }
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() {
        var made = Wordings.render(new Wording("😀".repeat(121), "x", "x"), values("Jane"));

        assertThat(made.subject()).isEqualTo("😀".repeat(119) + "…");
    }
}
