package org.roster.directory.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are wanted; every member that is not null must match.
 *
 * @param user a user who is assigned to them
 * @param nameContaining what the name contains, in any spelling that folds to it
 * @param extra a member that is among their extras
 */
public record ApplicationFilter(
        @Nullable String name,
        @Nullable String clientId,
        @Nullable UUID user,
        @Nullable String nameContaining,
        @Nullable String extra) {

    public static final ApplicationFilter ALL = new ApplicationFilter(null, null, null, null, null);

    public ApplicationFilter(
            @Nullable String name, @Nullable String clientId, @Nullable UUID user, @Nullable String nameContaining) {
        this(name, clientId, user, nameContaining, null);
    }

    public ApplicationFilter withNameContaining(@Nullable String text) {
        return new ApplicationFilter(name, clientId, user, text, extra);
    }

    /** Those that one contract keeps such a member with. */
    public ApplicationFilter withExtra(@Nullable String member) {
        return new ApplicationFilter(name, clientId, user, nameContaining, member);
    }

    /** The applications that a user is assigned to. */
    public static ApplicationFilter ofUser(UUID user) {
        return new ApplicationFilter(null, null, user, null, null);
    }
}
