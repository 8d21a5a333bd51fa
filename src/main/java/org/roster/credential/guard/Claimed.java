package org.roster.credential.guard;

import java.util.UUID;

/**
 * Whose secret was not the right one.
 *
 * @param type what it is, as events have it: {@code application} or {@code api_key}
 */
public record Claimed(UUID tenant, String type, UUID id) {}
