package org.roster.contract.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.text.Languages;
import org.roster.text.Texts;

/** A language of the pages, with its words. */
enum Language {
    EN,
    ES;

    private static final List<Locale> SPOKEN =
            Languages.WRITTEN.stream().map(Locale::forLanguageTag).toList();

    private final String tag = name().toLowerCase(Locale.ROOT);
    private final Texts texts = Texts.read("pages/texts_" + tag + ".properties");

    /** The one that the reader asks for; English if it is none of them. */
    static Language accepted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return EN;
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN))
                    .flatMap(locale -> of(locale.getLanguage()))
                    .orElse(EN);
        } catch (IllegalArgumentException e) {
            return EN; // the header is nobody's fault whom a page could tell
        }
    }

    /** The one of a user's locale, such as {@code es-MX}. */
    static Optional<Language> of(@Nullable String locale) {
        return Languages.of(locale).map(language -> valueOf(language.toUpperCase(Locale.ROOT)));
    }

    String tag() {
        return tag;
    }

    Texts texts() {
        return texts;
    }

    /** A stretch of time, rounded up to what a person would wait for. */
    String wait(int seconds) {
        if (seconds <= 90) {
            return seconds == 1 ? texts.get("wait_second") : texts.get("wait_seconds", "n", seconds);
        }
        int minutes = (seconds + 59) / 60;
        return texts.get("wait_minutes", "n", minutes);
    }

    /**
     * Why a password was refused. The directory's English sentence, without its numbers, is the key of the text; one that has
     * none is said in general.
     */
    String weak(String detail) {
        var rule = detail.split(":", 2)[0];
        var number = rule.replaceAll("\\D+", "");
        var key = "weak_" + rule.replaceAll("\\d+", "n").replaceAll("[^A-Za-z]+", "_");
        return texts.find(key)
                .orElse(texts.get("weak_other"))
                .replace("{n}", number)
                .replace("{detail}", rule);
    }
}
