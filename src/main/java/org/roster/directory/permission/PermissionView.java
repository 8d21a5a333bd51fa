package org.roster.directory.permission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.system.Ids;

/**
 * A permission as the catalogue shows it, with or without a row.
 *
 * @param name the word that groups carry
 */
public record PermissionView(UUID id, String name, @Nullable String description, PermissionStatus status) {

    public boolean active() {
        return status == PermissionStatus.ACTIVE;
    }

    /**
     * A permission of which nothing was ever said.
     *
     * @param taken the ids of rows: a permission that was renamed keeps the id of its first name, which that name cannot
     *     have again
     */
    static PermissionView withoutRow(UUID tenant, String name, Set<UUID> taken) {
        int turn = 0;
        var id = idOf(tenant, name, turn);
        while (taken.contains(id) || !Ids.keepable(id)) {
            id = idOf(tenant, name, ++turn);
        }
        return new PermissionView(id, name, null, PermissionStatus.ACTIVE);
    }

    /** The id that a permission without a row has; it keeps it when it gets one (UUID version 8, RFC 9562 section 5.8). */
    static UUID idOf(UUID tenant, String name, int turn) {
        var digest = sha256();
        digest.update(ByteBuffer.allocate(20)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putInt(turn)
                .array());
        var hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & 0xffffffffffff0fffL | 0x8000L;
        long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of the Java platform", e);
        }
    }
}
