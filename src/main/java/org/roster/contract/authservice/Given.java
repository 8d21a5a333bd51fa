package org.roster.contract.authservice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roster.directory.Field;
import org.roster.http.Limits;

/** Reading the members of bodies: blank counts as missing, and what is missing from a change stays. */
public final class Given {

    /** For a member of a change that may be missing but not blank: any text but the empty one. */
    public static final String SOMETHING = "(?s).+";

    private Given() {}

    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A text that is searched for, likewise; what is longer than any field is no such text. */
    public static @Nullable String filter(@Nullable String text) {
        if (text != null && text.length() > Limits.FILTER_LENGTH) {
            throw AuthservicePaging.wrong();
        }
        return text(text);
    }

    /** Without blanks around it; a blank text is an empty one. */
    public static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    /** A password is taken as it is, unless there is nothing to it. */
    public static @Nullable String password(@Nullable String password) {
        return password == null || password.isBlank() ? null : password;
    }

    /** An address as the original stores it. */
    public static @Nullable String email(@Nullable String email) {
        var text = text(email);
        return text == null ? null : lower(text);
    }

    public static String lower(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public static <T> Field<T> field(@Nullable T value) {
        return value == null ? Field.absent() : Field.of(value);
    }

    /** A member of a change that a blank text takes away. */
    public static Field<String> erasable(@Nullable String text) {
        return text == null ? Field.absent() : Field.of(text(text));
    }
}
