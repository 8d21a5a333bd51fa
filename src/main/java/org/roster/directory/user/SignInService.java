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

    /**
     * A log-in: the password is checked, the log-in noted, and an outdated hash replaced by one of today's.
     *
     * @param name a user name or an e-mail address
     * @throws org.roster.refusal.Refusal {@link org.roster.refusal.Reason#OVERLOADED}
     */
    public Optional<User> logIn(UUID tenant, String name, String password) {
        var user = find(tenant, name);
        var hash = user == null ? null : user.passwordHash();
        if (!passwords.matches(password, hash) || user == null || hash == null || !user.mayLogIn()) {
            return Optional.empty();
        }
        var fresh = passwords.outdated(hash) ? passwords.hash(password) : hash;
        transactions.run(() -> users.loggedIn(tenant, user.id(), clock.instant(), hash, fresh));
        return Optional.of(user);
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
