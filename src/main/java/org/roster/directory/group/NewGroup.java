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
 * @param id the id that it has elsewhere and is to keep, or null
 * @param extras members that one contract keeps with a group and no other shows
 * @param status whether its permissions count from the beginning
 */
public record NewGroup(
        UUID tenant,
        String name,
        @Nullable String code,
        @Nullable String description,
        Set<String> permissions,
        @Nullable UUID application,
        Map<String, Object> customData,
        @Nullable UUID id,
        Map<String, Object> extras,
        GroupStatus status) {

    public NewGroup(
            UUID tenant,
            String name,
            @Nullable String code,
            @Nullable String description,
            Set<String> permissions,
            @Nullable UUID application,
            Map<String, Object> customData) {
        this(tenant, name, code, description, permissions, application, customData, null, Map.of(), GroupStatus.ACTIVE);
    }

    /** The same wish for a group that keeps the id it has elsewhere. */
    public NewGroup withId(@Nullable UUID ownId) {
        return with(ownId, extras, status);
    }

    /** The same wish with members that one contract keeps with a group and no other shows. */
    public NewGroup withExtras(Map<String, Object> more) {
        return with(id, more, status);
    }

    /** The same wish for a group that is in use from the beginning, or not. */
    public NewGroup withStatus(GroupStatus first) {
        return with(id, extras, first);
    }

    private NewGroup with(@Nullable UUID newId, Map<String, Object> newExtras, GroupStatus newStatus) {
        return new NewGroup(
                tenant, name, code, description, permissions, application, customData, newId, newExtras, newStatus);
    }
}
