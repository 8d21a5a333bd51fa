package org.roster.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants are rows of {@code datetime(6)} in UTC. JPA 3.1 knows no Instant of its own and would store serialized bytes. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<@Nullable Instant, @Nullable LocalDateTime> {

    @Override
    public @Nullable LocalDateTime convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    /** What a query in SQL, which knows no converter, has to be given. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Whether a moment that was read is one that was written: columns keep less than clocks give. */
    public static boolean same(@Nullable Instant read, Instant written) {
        return read != null && read.truncatedTo(ChronoUnit.MILLIS).equals(written.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
