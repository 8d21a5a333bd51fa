package org.roster.directory.group;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which groups are wanted; every member that is not null must match.
 *
 * @param user a member of the groups
 */
public record GroupFilter(
        @Nullable String code,
        @Nullable String name,
        @Nullable UUID application,
        @Nullable UUID user) {

    public static final GroupFilter ALL = new GroupFilter(null, null, null, null);

    /** The groups that a user is in. */
    public static GroupFilter ofUser(UUID user) {
        return new GroupFilter(null, null, null, user);
    }
}
