package org.roster.directory.group;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which groups are wanted; every member that is not null must match.
 *
 * @param user a member of the groups
 * @param nameContaining what the name contains, in any spelling that folds to it
 */
public record GroupFilter(
        @Nullable String code,
        @Nullable String name,
        @Nullable UUID application,
        @Nullable UUID user,
        @Nullable String nameContaining) {

    public static final GroupFilter ALL = new GroupFilter(null, null, null, null, null);

    /** The groups of an application. */
    public static GroupFilter ofApplication(UUID application) {
        return new GroupFilter(null, null, application, null, null);
    }

    public GroupFilter withNameContaining(@Nullable String text) {
        return new GroupFilter(code, name, application, user, text);
    }

    /** The groups that a user is in. */
    public static GroupFilter ofUser(UUID user) {
        return new GroupFilter(null, null, null, user, null);
    }
}
