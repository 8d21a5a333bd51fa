package org.roster.directory.guest;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.pin.PinChange;

/**
 * The wish that a user be a guest of a tenant.
 *
 * @param groups the groups of the tenant that it is to be in
 * @param pin what is to change about its pin there, or null
 */
public record Stay(UUID tenant, Set<UUID> groups, @Nullable PinChange pin) {

    public Stay {
        groups = Set.copyOf(groups);
    }
}
