package org.roster.directory.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.user.AddedUser;
import org.roster.directory.user.User;

/**
 * A user who was invited.
 *
 * @param token what lets the person set a password, once; it is kept nowhere. The mail holds another one
 * @param pin the pin that was asked for, or null
 * @param mail the id of the invitation in the outbox; null for somebody without an address
 */
public record Invited(
        AddedUser added,
        String token,
        @Nullable String pin,
        @Nullable UUID mail) {

    public User user() {
        return added.user();
    }

    @Override
    public String toString() {
        return "Invited[" + user().id() + "]"; // never the token or the pin
    }
}
