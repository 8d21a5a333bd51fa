package org.roster.directory.account;

import org.jspecify.annotations.Nullable;
import org.roster.directory.user.User;

/**
 * A user who was invited.
 *
 * @param token what lets the person set a password, once; it is kept nowhere
 * @param pin the pin that was asked for, or null
 */
public record Invited(User user, String token, @Nullable String pin) {

    @Override
    public String toString() {
        return "Invited[" + user + "]"; // never the token or the pin
    }
}
