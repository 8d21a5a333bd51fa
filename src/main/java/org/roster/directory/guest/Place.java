package org.roster.directory.guest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's place in a tenant where it is a guest.
 *
 * @param groups the codes of its groups there
 * @param pinAllowed whether it may sign in there with a pin, or null where nothing is said of it
 */
public record Place(
        UUID user,
        UUID tenant,
        String tenantCode,
        List<String> groups,
        @Nullable Boolean pinAllowed) {

    public Place {
        groups = List.copyOf(groups);
    }
}
