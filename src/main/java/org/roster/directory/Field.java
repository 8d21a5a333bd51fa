package org.roster.directory;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of a partial change: not given, given as null (take the value away), or given with a value. A plain null
 * could not tell the first two apart.
 *
 * @param <T> the type of the value
 */
public final class Field<T> {

    private static final Field<?> ABSENT = new Field<>(false, null);

    private final boolean given;
    private final @Nullable T value;

    private Field(boolean given, @Nullable T value) {
        this.given = given;
        this.value = value;
    }

    /** Not part of the change. */
    @SuppressWarnings("unchecked")
    public static <T> Field<T> absent() {
        return (Field<T>) ABSENT;
    }

    /** Part of the change; null takes the value away. */
    public static <T> Field<T> of(@Nullable T value) {
        return new Field<>(true, value);
    }

    public boolean given() {
        return given;
    }

    /** The given value; null when it is not given or given as null. */
    public @Nullable T value() {
        return value;
    }

    /** The new value of something that may be empty: the given value, or what it was. */
    public @Nullable T or(@Nullable T present) {
        return given ? value : present;
    }

    /** The new value of something that may not be empty: the given value unless it is null, else what it was. */
    public T orElse(T present) {
        return value == null ? present : value;
    }

    /** Hands a value that is given and not null to a check or to a setter. */
    public void ifValue(Consumer<? super T> consumer) {
        if (value != null) {
            consumer.accept(value);
        }
    }

    /** The same member with its value translated; null stays null. */
    public <R> Field<R> map(Function<? super T, ? extends R> translation) {
        if (!given) {
            return absent();
        }
        return of(value == null ? null : translation.apply(value));
    }
}
