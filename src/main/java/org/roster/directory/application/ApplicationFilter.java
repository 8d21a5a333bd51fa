package org.roster.directory.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are wanted; every member that is not null must match.
 *
 * @param user a user who is assigned to them
 */
public record ApplicationFilter(
        @Nullable String name,
        @Nullable String clientId,
        @Nullable UUID user) {

    public static final ApplicationFilter ALL = new ApplicationFilter(null, null, null);

    /** The applications that a user is assigned to. */
    public static ApplicationFilter ofUser(UUID user) {
        return new ApplicationFilter(null, null, user);
    }
}
