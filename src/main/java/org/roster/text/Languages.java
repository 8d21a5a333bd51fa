package org.roster.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that Roster writes to people in. */
public final class Languages {

    /** By their tags (BCP 47); the first is for whoever reads none of them. */
    public static final List<String> WRITTEN = List.of("en", "es");

    private Languages() {}

    /** The one of a reader's locale, whatever the region: {@code es-MX} reads Spanish. */
    public static Optional<String> of(@Nullable String locale) {
        return Optional.ofNullable(locale)
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).getLanguage())
                .filter(WRITTEN::contains);
    }
}
