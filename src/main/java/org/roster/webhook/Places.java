package org.roster.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How much is under way on this node: in all, for a tenant, and for an endpoint. Whoever's receiver is slow takes up its own
 * places and leaves the others theirs.
 */
final class Places {

    static final int ALL = 32;
    static final int OF_TENANT = 12;
    static final int OF_ENDPOINT = 4;

    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    /** How many more may be sent to an endpoint now. */
    synchronized int free(UUID tenant, UUID endpoint) {
        return Math.min(ALL - all, Math.min(OF_TENANT - count(tenant), OF_ENDPOINT - count(endpoint)));
    }

    synchronized int busy(UUID endpoint) {
        return count(endpoint);
    }

    synchronized boolean full() {
        return all >= ALL;
    }

    synchronized boolean take(UUID tenant, UUID endpoint) {
        if (free(tenant, endpoint) <= 0) {
            return false;
        }
        all++;
        taken.merge(tenant, 1, Integer::sum);
        taken.merge(endpoint, 1, Integer::sum);
        return true;
    }

    synchronized void leave(UUID tenant, UUID endpoint) {
        all--;
        taken.computeIfPresent(tenant, (id, count) -> count == 1 ? null : count - 1);
        taken.computeIfPresent(endpoint, (id, count) -> count == 1 ? null : count - 1);
    }

    private int count(UUID id) {
        return taken.getOrDefault(id, 0);
    }
}
