package org.roster.contract.ecosys;

import org.jspecify.annotations.Nullable;
import org.roster.directory.Field;

/** This contract's changes cannot take a value away: what is null or empty was not given. */
public final class Given {

    private Given() {}

    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    public static <T> Field<T> field(@Nullable T value) {
        return value == null ? Field.absent() : Field.of(value);
    }
}
