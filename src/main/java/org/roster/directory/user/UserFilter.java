package org.roster.directory.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which users are wanted; every member that is not null must match.
 *
 * @param username the user name, in any spelling that folds to it
 * @param email the e-mail address, likewise
 * @param prefix how the user name, the e-mail address, the given or the family name begins
 * @param group a group that they are in
 * @param application an application that they are assigned to
 * @param containing what the user name, the e-mail address, the given or the family name contains, taken literally
 * @param emailContaining what the e-mail address contains, taken literally
 * @param open whether the account is in a state in which it may be used
 */
public record UserFilter(
        @Nullable String username,
        @Nullable String email,
        @Nullable String prefix,
        @Nullable UserStatus status,
        @Nullable UUID group,
        @Nullable UUID application,
        @Nullable String containing,
        @Nullable String emailContaining,
        @Nullable Boolean open) {

    public static final UserFilter ALL = new UserFilter(null, null, null, null, null, null);

    public UserFilter(
            @Nullable String username,
            @Nullable String email,
            @Nullable String prefix,
            @Nullable UserStatus status,
            @Nullable UUID group,
            @Nullable UUID application) {
        this(username, email, prefix, status, group, application, null, null, null);
    }

    public static UserFilter inGroup(UUID group) {
        return new UserFilter(null, null, null, null, group, null);
    }

    public static UserFilter assignedTo(UUID application) {
        return new UserFilter(null, null, null, null, null, application);
    }

    public UserFilter withStatus(@Nullable UserStatus wanted) {
        return new UserFilter(username, email, prefix, wanted, group, application, containing, emailContaining, open);
    }

    public UserFilter withContaining(@Nullable String text) {
        return new UserFilter(username, email, prefix, status, group, application, text, emailContaining, open);
    }

    public UserFilter withEmailContaining(@Nullable String text) {
        return new UserFilter(username, email, prefix, status, group, application, containing, text, open);
    }

    public UserFilter withOpen(@Nullable Boolean wanted) {
        return new UserFilter(username, email, prefix, status, group, application, containing, emailContaining, wanted);
    }
}
