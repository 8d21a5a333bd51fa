package org.roster.directory.user;

import static org.roster.directory.user.AccountState.ACTIVE;
import static org.roster.directory.user.AccountState.DELETED;
import static org.roster.directory.user.AccountState.EXPIRED;
import static org.roster.directory.user.AccountState.INACTIVE;
import static org.roster.directory.user.AccountState.INVITED;
import static org.roster.directory.user.AccountState.LOCKED;
import static org.roster.directory.user.AccountState.REGISTERED;
import static org.roster.directory.user.AccountState.UNVERIFIED;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to an account, from which states, and who sets it off. No token opens what an administrator has closed: the
 * person's own steps begin nowhere else than in states that wait for the person or are in use.
 */
public enum AccountStep {
    /** The person sets a password by the token of an invitation. */
    ACCEPT_INVITATION(By.PERSON, ACTIVE, INVITED),
    /** The person proves the address by a token. */
    VERIFY_ADDRESS(By.PERSON, ACTIVE, REGISTERED, UNVERIFIED, ACTIVE),
    /** The person sets a new password by a token. */
    RESET_PASSWORD(By.PERSON, ACTIVE, UNVERIFIED, ACTIVE),
    /** The person puts a new address in place by a token. */
    CHANGE_ADDRESS(By.PERSON, null, UNVERIFIED, ACTIVE),
    LOG_IN(By.PERSON, null, UNVERIFIED, ACTIVE),
    /** Another invitation is sent. */
    INVITE_AGAIN(By.EITHER, null, INVITED),
    /** Another mail for proving the address is sent. */
    ASK_FOR_PROOF(By.EITHER, null, REGISTERED, UNVERIFIED, ACTIVE),
    /** A mail for a new password is sent. */
    ASK_FOR_RESET(By.EITHER, null, UNVERIFIED, ACTIVE),
    ACTIVATE(By.ADMINISTRATOR, ACTIVE, INVITED, REGISTERED, UNVERIFIED, INACTIVE),
    DEACTIVATE(By.ADMINISTRATOR, INACTIVE, INVITED, REGISTERED, UNVERIFIED, ACTIVE),
    LOCK(By.ADMINISTRATOR, LOCKED, INVITED, REGISTERED, UNVERIFIED, ACTIVE, INACTIVE, EXPIRED),
    /** Gives back the state of before. */
    UNLOCK(By.ADMINISTRATOR, null, LOCKED),
    EXPIRE(By.ADMINISTRATOR, EXPIRED, INVITED, REGISTERED, UNVERIFIED, ACTIVE, INACTIVE),
    /** Gives back the state of before. */
    RENEW(By.ADMINISTRATOR, null, EXPIRED),
    REMOVE(By.ADMINISTRATOR, DELETED, INVITED, REGISTERED, UNVERIFIED, ACTIVE, INACTIVE, LOCKED, EXPIRED);

    /** Who sets a step off. */
    public enum By {
        /** Whoever the account is for. */
        PERSON,
        /** Whoever holds the right to change users, and no fewer rights than the user. */
        ADMINISTRATOR,
        EITHER
    }

    private final By by;
    private final @Nullable AccountState to;
    private final Set<AccountState> from;

    AccountStep(By by, @Nullable AccountState to, AccountState first, AccountState... more) {
        this.by = by;
        this.to = to;
        this.from = EnumSet.of(first, more);
    }

    public By by() {
        return by;
    }

    /** Where it leads; null where the account stays, or goes back to, what it was. */
    public @Nullable AccountState to() {
        return to;
    }

    public Set<AccountState> from() {
        return EnumSet.copyOf(from);
    }

    public boolean possible(User user) {
        return from.contains(user.state());
    }
}
