package org.roster.contract.urac.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracIds;
import org.roster.contract.urac.input.Taken;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.FailureException;

/** Users as requests name them. One of a tenant that the caller may not see is as unknown as one that is not there. */
@ApplicationScoped
public class People {

    @Inject
    UserService users;

    /** @throws FailureException {@link UracError#USER_ID_INVALID} and {@link UracError#USER_UNKNOWN}, of 2.4.12 */
    public User byId(Caller caller, String id) {
        if (!UracIds.wellFormed(id)) {
            throw UracError.USER_ID_INVALID.refusal();
        }
        return find(caller, id).orElseThrow(UracError.USER_UNKNOWN::refusal);
    }

    /** The same where the account must not be locked; {@link UracError#RECORD_LOCKED} if it is. */
    public User unlocked(Caller caller, String id) {
        return unlocked(byId(caller, id));
    }

    /** @throws FailureException {@link UracError#NEW_USER_UNKNOWN}, of 4.1.24 */
    public User byIdOfNew(Caller caller, String id) {
        return find(caller, id).orElseThrow(UracError.NEW_USER_UNKNOWN::refusal);
    }

    /**
     * The active user of the caller's tenant with this user name and this address, of which one may be missing.
     *
     * @throws FailureException {@link UracError#NAME_OR_EMAIL_NEEDED}, {@link UracError#USER_UNKNOWN},
     *     {@link UracError#RECORD_LOCKED}
     */
    public User active(Caller caller, Taken in) {
        var username = given(in.textOrNull("username"));
        var email = given(in.textOrNull("email"));
        if (username == null && email == null) {
            throw UracError.NAME_OR_EMAIL_NEEDED.refusal();
        }
        return named(caller.tenant(), username, email)
                .filter(user -> user.status().open())
                .map(People::unlocked)
                .orElseThrow(UracError.USER_UNKNOWN::refusal);
    }

    /** The user with this user name and this address, of which one may be missing. */
    public Optional<User> named(UUID tenant, @Nullable String username, @Nullable String email) {
        var found = username == null
                ? users.byLoginName(tenant, email == null ? "" : email)
                : users.byUsername(tenant, username);
        return found.filter(user -> email == null || same(user.email(), email));
    }

    /** The user with this id, as far as the caller can see. */
    public Optional<User> find(Caller caller, String id) {
        return users.byObjectId(caller, UracIds.alias(id));
    }

    private static User unlocked(User user) {
        if (user.accountLocked()) {
            throw UracError.RECORD_LOCKED.refusal();
        }
        return user;
    }

    private static boolean same(@Nullable String address, String other) {
        return address != null && Names.fold(address).equals(Names.fold(other));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
