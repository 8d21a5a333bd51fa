package org.roster.credential.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.credential.Passwords;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Which passwords may be set (NIST SP 800-63B-4 section 3.1.1.2): a least length in code points, a greatest one, none that is
 * common or lies near, and the strength that is asked for. There are no rules of composition.
 */
@ApplicationScoped
public class PasswordPolicy {

    @Inject
    @ConfigProperty(name = "ROSTER_PASSWORD_MIN_LENGTH", defaultValue = "15")
    int minLength;

    @Inject
    PolicyStore policies;

    /**
     * What is to be said of a password.
     *
     * @param fault the broken rule, as the end of a sentence that begins with "the password"; null if it may be set
     */
    public record Opinion(Strength strength, @Nullable String fault) {}

    /** The least number of code points of a password that is set through a contract which has published none. */
    public int least(UUID tenant, String contract) {
        return policies.of(tenant).least(contract, null, minLength);
    }

    /** @throws Refusal {@link Reason#PASSWORD_TOO_WEAK} with the broken rule */
    public void check(String password, NewPassword about) {
        var rules = policies.of(about.tenant());
        var near = new NearWords(about, rules.words());
        fault(password, about, rules, near).ifPresent(fault -> {
            throw weak(fault);
        });
        int asked = rules.strength(about.floor());
        if (asked > 0) {
            var strength = Strength.of(password, near.all());
            if (strength.score() < asked) {
                throw weak(guessable(strength));
            }
        }
    }

    /** The same without a refusal, for a form that shows it while somebody types. */
    public Opinion opinion(String password, NewPassword about) {
        var rules = policies.of(about.tenant());
        var near = new NearWords(about, rules.words());
        var strength = Strength.of(password, near.all());
        var fault = fault(password, about, rules, near)
                .orElse(strength.score() < rules.strength(about.floor()) ? guessable(strength) : null);
        return new Opinion(strength, fault);
    }

    private Optional<String> fault(String password, NewPassword about, PasswordRules rules, NearWords near) {
        int least = rules.least(about.contract(), about.floor(), minLength);
        var normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        if (normal.codePointCount(0, normal.length()) < least) {
            return Optional.of("must have at least " + least + " characters");
        }
        if (password.length() > Passwords.MAX_LENGTH) {
            return Optional.of("must have at most " + Passwords.MAX_LENGTH + " characters");
        }
        var folded = Names.fold(password);
        if (is(folded, about.username()) || is(folded, about.email())) {
            return Optional.of("must not be the user name or the e-mail address");
        }
        if (CommonPasswords.have(folded)) {
            return Optional.of("must not be one of the most common passwords");
        }
        return near.makeUp(folded)
                ? Optional.of("must not consist of names and words that lie near, such as the user's or the service's")
                : Optional.empty();
    }

    private static boolean is(String folded, @Nullable String name) {
        return name != null && folded.equals(Names.fold(name));
    }

    private static String guessable(Strength strength) {
        return "is too easy to guess" + (strength.warning().isEmpty() ? "" : ": " + strength.warning());
    }

    private static Refusal weak(String rule) {
        return new Refusal(Reason.PASSWORD_TOO_WEAK, "password", rule);
    }
}
