package org.roster.directory.group;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.event.Facts;

/** What the trail remembers of a group: all that can be seen of it but its members, whose comings and goings are events. */
public final class GroupFacts {

    private GroupFacts() {}

    public static Map<String, @Nullable Object> of(Group group) {
        return Facts.of("code", group.code())
                .and("name", group.name())
                .and("description", group.description())
                .and("status", group.status())
                .and("application", group.applicationId())
                .and("permissions", group.permissions())
                .and("customData", group.customData())
                .andIf("extras", group.extras().isEmpty() ? null : group.extras())
                .map();
    }
}
