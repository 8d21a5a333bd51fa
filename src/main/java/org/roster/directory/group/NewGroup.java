package org.roster.directory.group;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new group.
 *
 * @param code its short name, unique in the tenant; null to derive one from the name
 * @param application the application that the group belongs to, or null
 */
public record NewGroup(
        UUID tenant,
        String name,
        @Nullable String code,
        @Nullable String description,
        Set<String> permissions,
        @Nullable UUID application,
        Map<String, Object> customData) {}
