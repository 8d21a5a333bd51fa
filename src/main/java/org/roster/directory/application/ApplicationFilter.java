package org.roster.directory.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are wanted; every member that is not null must match.
 *
 * @param user a user who is assigned to them
 * @param nameContaining what the name contains, in any spelling that folds to it
 */
public record ApplicationFilter(
        @Nullable String name,
        @Nullable String clientId,
        @Nullable UUID user,
        @Nullable String nameContaining) {

    public static final ApplicationFilter ALL = new ApplicationFilter(null, null, null, null);

    public ApplicationFilter withNameContaining(@Nullable String text) {
        return new ApplicationFilter(name, clientId, user, text);
    }

    /** The applications that a user is assigned to. */
    public static ApplicationFilter ofUser(UUID user) {
        return new ApplicationFilter(null, null, user, null);
    }
}
