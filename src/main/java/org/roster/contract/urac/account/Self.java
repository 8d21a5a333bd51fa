package org.roster.contract.urac.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.roster.caller.Caller;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracIds;
import org.roster.contract.urac.user.People;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.FailureException;
import org.roster.system.Ids;

/**
 * Whom a request about an account is about: the caller's own user, or another one for those who hold the right to it. A
 * guest's account is at home elsewhere, and is not for the tenants that it visits to change.
 */
@ApplicationScoped
public class Self {

    @Inject
    UserService users;

    @Inject
    People people;

    /**
     * The user who is logged in, at home here or a guest.
     *
     * @throws FailureException {@link UracError#TOKEN_MISSING} when nobody is
     */
    User required(Caller caller) {
        if (caller.kind() != Caller.Kind.USER || caller.user() == null) {
            throw UracError.TOKEN_MISSING.refusal();
        }
        return users.byId(caller.user()).orElseThrow();
    }

    /**
     * The user with this id: oneself, or another one with this right. Without the right an id that somebody has and one
     * that nobody has are one answer.
     *
     * @throws FailureException the numbers of 2.4.12
     */
    public User orOther(Caller caller, String id, String right) {
        if (!UracIds.wellFormed(id)) {
            throw UracError.USER_ID_INVALID.refusal();
        }
        return find(caller, id, right, UracError.USER_UNKNOWN);
    }

    /** The same with the numbers of 4.1.24. */
    User orOtherOfNew(Caller caller, String id, String right) {
        return find(caller, id, right, UracError.NEW_USER_UNKNOWN);
    }

    /** The user with this user name or e-mail address, under the same conditions. */
    User named(Caller caller, String name, String right, UracError unknown) {
        var found = users.byLoginName(caller.tenant(), name);
        if (found.filter(user -> own(caller, user)).isEmpty()) {
            demand(caller, right);
        }
        return found.orElseThrow(unknown::refusal);
    }

    private User find(Caller caller, String id, String right, UracError unknown) {
        var mine = caller.user();
        if (caller.kind() == Caller.Kind.USER
                && mine != null
                && UracIds.alias(id).equalsIgnoreCase(Ids.objectId(mine))) {
            return users.byId(mine).filter(user -> own(caller, user)).orElseThrow(UracError.API_FORBIDDEN::refusal);
        }
        demand(caller, right);
        return people.find(caller, id).orElseThrow(unknown::refusal);
    }

    private static boolean own(Caller caller, User user) {
        return caller.kind() == Caller.Kind.USER
                && caller.is(user.id())
                && user.tenantId().equals(caller.tenant());
    }

    private static void demand(Caller caller, String right) {
        if (!caller.holds(right)) {
            throw (caller.kind() == Caller.Kind.USER ? UracError.API_FORBIDDEN : UracError.TOKEN_MISSING).refusal();
        }
    }
}
