package org.roster.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Settings;

/**
 * Which passwords may be set (NIST SP 800-63B-4): a least length in code points, a greatest one, and not the user's own
 * name. There are no rules of composition.
 */
@ApplicationScoped
public class PasswordPolicy {

    @Inject
    Settings settings;

    /**
     * @param floor the least number of code points that the caller's contract published, or null where Roster's own
     *     holds
     * @throws Refusal {@link Reason#PASSWORD_TOO_WEAK} with the broken rule
     */
    public void check(String password, @Nullable Integer floor, String username, @Nullable String email) {
        int least = floor == null ? settings.passwordMinLength() : floor;
        int points = Normalizer.normalize(password, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> 1)
                .sum();
        if (points < least) {
            throw weak("must have at least " + least + " characters");
        }
        if (password.length() > Passwords.MAX_LENGTH) {
            throw weak("must have at most " + Passwords.MAX_LENGTH + " characters");
        }
        var folded = Names.fold(password);
        if (folded.equals(Names.fold(username)) || email != null && folded.equals(Names.fold(email))) {
            throw weak("must not be the user name or the e-mail address");
        }
    }

    private static Refusal weak(String rule) {
        return new Refusal(Reason.PASSWORD_TOO_WEAK, "password", rule);
    }
}
