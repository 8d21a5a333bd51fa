package org.roster.persistence;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** Ids out of a query in SQL, which providers hand over as the driver does, or as the column's bytes. */
public final class NativeIds {

    private NativeIds() {}

    public static List<UUID> of(List<?> values) {
        return values.stream().map(NativeIds::of).toList();
    }

    public static UUID of(Object value) {
        if (value instanceof UUID id) {
            return id;
        }
        if (value instanceof byte[] bytes) {
            var buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return UUID.fromString(value.toString());
    }
}
