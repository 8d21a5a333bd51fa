package org.roster.mail;

import com.samskivert.mustache.Escapers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Refusal;
import org.roster.text.Languages;
import org.roster.text.Resources;
import org.roster.text.Templates;
import org.roster.text.Texts;

/** Makes mails from templates: Roster's own ones in English and Spanish, or a tenant's. */
final class Wordings {

    /** The values that hold the secret which a mail brings. */
    private static final List<String> SECRETS = List.of("link", "pin");

    private static final int MOST_SUBJECT = 255;
    private static final int MOST_BODY = 50_000;
    private static final String TEXT_LAYOUT = Resources.text("mail/layout.txt");
    private static final String HTML_LAYOUT = Resources.text("mail/layout.html");

    private static final Templates PLAIN = Templates.plain("mail");
    private static final Map<String, Wording> BUILT_IN = new ConcurrentHashMap<>();

    private Wordings() {}

    /** The language of Roster's that is nearest to a reader's: {@code es-MX} gets Spanish, an unknown one English. */
    static String locale(@Nullable String tag) {
        return Languages.of(tag).orElse(Languages.WRITTEN.get(0));
    }

    /** Roster's own template of a kind. */
    static Wording builtIn(MailKind kind, String locale) {
        return BUILT_IN.computeIfAbsent(kind.key() + '.' + locale, one -> putTogether(kind, locale));
    }

    private static Wording putTogether(MailKind kind, String locale) {
        var texts = Texts.read("mail/texts_" + locale + ".properties");
        return new Wording(
                texts.get(kind.key() + ".subject"),
                fill(TEXT_LAYOUT, kind, locale, texts),
                fill(HTML_LAYOUT, kind, locale, texts));
    }

    private static String fill(String layout, MailKind kind, String locale, Texts texts) {
        return layout.replace("[[locale]]", locale)
                .replace("[[heading]]", texts.get(kind.key() + ".heading"))
                .replace("[[body]]", texts.get(kind.key() + ".body"))
                .replace("[[button]]", texts.find(kind.key() + ".button").orElse(""))
                .replace("[[after]]", texts.get(kind.key() + ".after"))
                .replace("[[greeting]]", texts.get("greeting"))
                .replace("[[paste]]", texts.get("paste"))
                .replace("[[footer]]", texts.get("footer"));
    }

    /**
     * Values are escaped before they go into the HTML, so that no number of braces in a tenant's template lets markup in.
     *
     * @throws IllegalArgumentException when the template asks for what is not there
     */
    static Wording render(Wording template, Map<String, String> values) {
        var clean = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> clean.put(name, oneLine(value)));
        SECRETS.forEach(name -> clean.computeIfPresent(name, (key, cleaned) -> values.get(key)));
        var subject = oneLine(PLAIN.renderText(template.subject(), clean));
        var safe = new LinkedHashMap<String, String>();
        clean.forEach((name, value) -> safe.put(name, Escapers.HTML.escape(value)));
        return new Wording(
                cut(subject), PLAIN.renderText(template.text(), clean), PLAIN.renderText(template.html(), safe));
    }

    /**
     * Checks a tenant's template by making a mail of it.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID}
     */
    static Wording check(Wording template, Map<String, String> samples) {
        bounded("subject", template.subject(), MOST_SUBJECT);
        bounded("text", template.text(), MOST_BODY);
        bounded("html", template.html(), MOST_BODY);
        Wording made;
        try {
            made = render(template, samples);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("template", "is no template that can be filled: " + e.getMessage());
        }
        for (String name : SECRETS) {
            var value = samples.get(name);
            if (value != null && !(made.text().contains(value) && made.html().contains(Escapers.HTML.escape(value)))) {
                throw Refusal.invalid("template", "must show {{" + name + "}} in the text and in the HTML");
            }
        }
        // Looked at before its one line is made, which drops the mark.
        if (PLAIN.renderText(template.subject(), samples).contains(Mail.TOKEN)) {
            throw Refusal.invalid("subject", "must not show the link or the pin");
        }
        return made;
    }

    private static void bounded(String field, String text, int most) {
        if (text.isBlank() || text.length() > most || text.contains(Mail.TOKEN)) {
            throw Refusal.invalid(field, "must have from 1 to " + most + " characters");
        }
    }

    /** No value breaks a line, so that none becomes a header, and none pretends to be the token (R46). */
    private static String oneLine(String value) {
        return value.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .filter(c -> c != Mail.TOKEN.codePointAt(0))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String cut(String subject) {
        return subject.codePointCount(0, subject.length()) <= 120
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, 119)) + "…";
    }
}
