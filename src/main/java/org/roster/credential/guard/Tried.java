package org.roster.credential.guard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Source;

/**
 * What is tried, by whom.
 *
 * @param bucket the row that it is counted in
 * @param address the row of the address that it comes from
 * @param tenant the tenant of the account
 * @param user whose account it is, or null if it is nobody's
 * @param place the place that it comes from; empty where places do not matter
 */
record Tried(
        Measure measure,
        String bucket,
        String address,
        UUID tenant,
        @Nullable UUID user,
        String place,
        Source from) {

    boolean placed() {
        return !place.isEmpty();
    }
}
