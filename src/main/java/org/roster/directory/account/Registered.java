package org.roster.directory.account;

import org.jspecify.annotations.Nullable;
import org.roster.directory.user.User;

/**
 * A user who has registered.
 *
 * @param token what verifies the address, once, or null where nothing needs to be verified; it is kept nowhere
 */
public record Registered(User user, @Nullable String token) {

    @Override
    public String toString() {
        return "Registered[" + user + "]"; // never the token
    }
}
