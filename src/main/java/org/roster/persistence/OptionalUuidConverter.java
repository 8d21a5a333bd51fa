package org.roster.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For id columns that may be null: EclipseLink 4.0's own conversion of UUIDs fails on a null. Bound as text, which both
 * databases take for a {@code uuid}; any wider type is one that Hibernate has no column for.
 */
@Converter
public class OptionalUuidConverter extends UuidReading<@Nullable UUID, @Nullable String>
        implements AttributeConverter<@Nullable UUID, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
