package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.credential.Passwords;
import org.roster.credential.VerifiedPasswords;
import org.roster.directory.tenant.TenantService;
import org.roster.persistence.Transactions;

/**
 * Tells who a name and a password belong to. An unknown name, a wrong password and an account that may not log in are
 * one answer, at one cost (R30, R31).
 */
@ApplicationScoped
public class SignInService {

    @Inject
    UserRepository users;

    @Inject
    TenantService tenants;

    @Inject
    Passwords passwords;

    @Inject
    VerifiedPasswords verified;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** What became of a log-in. */
    public enum Verdict {
        GOOD,
        /** An unknown name or a wrong password; which of them is never said. */
        WRONG,
        /** The password is right, but the account may not log in with it now. */
        NOT_OPEN
    }

    /** The verdict, and the user unless it is {@link Verdict#WRONG}. */
    public record Attempt(Verdict verdict, @Nullable User user) {}

    /**
     * A log-in that tells its owner, and only its owner, that an account is out of use: whoever knows the password.
     *
     * @throws org.roster.refusal.Refusal {@link org.roster.refusal.Reason#OVERLOADED}
     */
    public Attempt attempt(UUID tenant, String name, String password) {
        var user = find(tenant, name);
        var hash = user == null ? null : user.passwordHash();
        if (!passwords.matches(password, hash) || user == null || hash == null) {
            return new Attempt(Verdict.WRONG, null);
        }
        if (!user.mayLogIn()) {
            return new Attempt(Verdict.NOT_OPEN, user);
        }
        var fresh = passwords.outdated(hash) ? passwords.hash(password) : hash;
        transactions.run(() -> users.loggedIn(tenant, user.id(), clock.instant(), hash, fresh));
        return new Attempt(Verdict.GOOD, user);
    }

    /**
     * A log-in: the password is checked, the log-in noted, and an outdated hash replaced by one of today's.
     *
     * @param name a user name or an e-mail address
     * @throws org.roster.refusal.Refusal {@link org.roster.refusal.Reason#OVERLOADED}
     */
    public Optional<User> logIn(UUID tenant, String name, String password) {
        var attempt = attempt(tenant, name, password);
        return attempt.verdict() == Verdict.GOOD ? Optional.ofNullable(attempt.user()) : Optional.empty();
    }

    /**
     * Whose credential this is, for a request that carries one by itself (HTTP Basic). A password that was right within
     * the last minute costs no hash, and nothing is written.
     *
     * @throws org.roster.refusal.Refusal {@link org.roster.refusal.Reason#OVERLOADED}
     */
    public Optional<User> identify(UUID tenant, String name, String password) {
        var user = find(tenant, name);
        boolean right = verified.matches(password, user == null ? null : user.passwordHash());
        return Optional.ofNullable(user).filter(known -> right && known.mayLogIn());
    }

    private @Nullable User find(UUID tenant, String name) {
        return name.length() > 254 || !tenants.active(tenant)
                ? null
                : users.byLoginName(tenant, name).orElse(null);
    }
}
