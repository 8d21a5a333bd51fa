package org.roster.contract.urac.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.input.Taken;
import org.roster.directory.user.User;

/**
 * A user as the newer edition names one: by exactly one of id, user name and e-mail address.
 *
 * @param member which of the three it is
 */
public record Selector(String member, String value) {

    /** The rule of the field that holds it. The original's own says nothing more. */
    public static final String RULE = "object {id: string, username: string, email: string}";

    private static final String[] MEMBERS = {"id", "username", "email"};

    /** @throws org.roster.http.FailureException {@link UracError#NEW_USER_NEEDED} */
    public static Selector of(@Nullable Taken user) {
        for (String member : MEMBERS) {
            var value = user == null ? null : user.textOrNull(member);
            if (value != null && !value.isEmpty()) {
                return new Selector(member, value);
            }
        }
        throw UracError.NEW_USER_NEEDED.refusal();
    }

    /** The user, as far as the caller can see; names are looked for in the caller's tenant. */
    public Optional<User> find(People people, Caller caller) {
        return switch (member) {
            case "id" -> people.find(caller, value);
            case "username" -> people.named(caller.tenant(), value, null);
            default -> people.named(caller.tenant(), null, value);
        };
    }

    /** @throws org.roster.http.FailureException {@link UracError#NEW_USER_UNKNOWN} */
    public User require(People people, Caller caller) {
        return find(people, caller).orElseThrow(UracError.NEW_USER_UNKNOWN::refusal);
    }
}
