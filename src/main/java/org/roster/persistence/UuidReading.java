package org.roster.persistence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in an id column. Hibernate gives the text that it is told to ask for, EclipseLink what the driver makes of
 * the column, a UUID. Generic and a class of its own, so that no cast to the declared type stands before it.
 *
 * @param <X> always a UUID
 * @param <Y> the declared type of the column
 */
abstract class UuidReading<X extends @Nullable Object, Y extends @Nullable Object> {

    @SuppressWarnings("unchecked")
    public X convertToEntityAttribute(Y value) {
        Object given = value;
        Object id = given == null || given instanceof UUID ? given : UUID.fromString(given.toString());
        return (X) id;
    }
}
