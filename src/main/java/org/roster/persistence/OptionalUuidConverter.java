package org.roster.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For id columns that may be null: EclipseLink 4.0's own conversion of UUIDs fails on a null. The value itself goes
 * through as it is, and comes back as the driver gives it, a UUID or its text.
 */
@Converter
public class OptionalUuidConverter implements AttributeConverter<@Nullable UUID, @Nullable Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object value) {
        if (value == null || value instanceof UUID) {
            return (UUID) value;
        }
        return UUID.fromString(value.toString());
    }
}
