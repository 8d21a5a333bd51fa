package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.credential.Passwords;
import org.roster.credential.guard.LockOuts;
import org.roster.credential.policy.NewPassword;
import org.roster.credential.policy.PasswordHistory;
import org.roster.credential.policy.PasswordPolicy;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.refusal.Refusal;

/** What comes between a password that is wished for and the hash in the user's row. */
@ApplicationScoped
class UserPasswords {

    @Inject
    Passwords passwords;

    @Inject
    PasswordPolicy policy;

    @Inject
    PasswordHistory history;

    @Inject
    LockOuts lockOuts;

    @Inject
    TenantService tenants;

    /** The hash of a new user's password; null without one. To be asked before a transaction opens: it takes its time. */
    @Nullable
    String hash(Caller caller, NewUser request) {
        var details = request.details;
        return hash(
                request.password,
                request.passwordHash,
                () -> new NewPassword(
                        request.tenant,
                        caller.via(),
                        request.passwordFloor,
                        request.username,
                        details.email,
                        words(request.tenant, details.givenName, details.familyName)));
    }

    /** The same for a change of a user, whom it leaves with this name and address. */
    @Nullable
    String hash(Caller caller, User present, UserChange change, String username, @Nullable String email) {
        var tenant = present.tenantId();
        var password = change.password.value();
        var hash = hash(
                password,
                change.passwordHash.value(),
                () -> new NewPassword(
                        tenant,
                        caller.via(),
                        change.passwordFloor,
                        username,
                        email,
                        words(
                                tenant,
                                change.givenName.or(present.givenName()),
                                change.familyName.or(present.familyName()))));
        if (password != null && (caller.is(present.id()) || caller.kind() == Caller.Kind.SYSTEM)) {
            // Not for administrators, to whom it would tell what the user's earlier passwords were.
            history.check(tenant, present.id(), present.passwordHash(), password);
        }
        return hash;
    }

    /**
     * A user was changed, in the transaction that is open.
     *
     * @param replaced the hash of before
     * @param renewed whether there is a new one
     * @param opened whether the account was out of use before and is in use now
     */
    void changed(Caller caller, User user, @Nullable String replaced, boolean renewed, boolean opened) {
        if (renewed) {
            history.replaced(user.tenantId(), user.id(), replaced);
        }
        if (opened || renewed) {
            // What was tried at a closed account could not be right, and what was tried before was another password.
            lockOuts.end(caller, user.tenantId(), user.id(), opened ? "opened again" : "new password", false);
        }
    }

    private @Nullable String hash(@Nullable String password, @Nullable String ready, Supplier<NewPassword> about) {
        if (password != null && ready != null) {
            throw Refusal.invalid("passwordHash", "a password and a hash cannot both be given");
        }
        if (ready != null && !passwords.known(ready)) {
            throw Refusal.invalid("passwordHash", "must be an Argon2id, bcrypt or PBKDF2 hash of sensible cost");
        }
        if (password == null) {
            return ready;
        }
        return passwords.hash(password, () -> policy.check(password, about.get()));
    }

    /** What lies near to somebody who chooses a password, beside the user name and the e-mail address. */
    private List<String> words(UUID tenant, @Nullable String given, @Nullable String family) {
        var ofTenant = tenants.byId(tenant).map(Tenant::words).orElse(List.of());
        return Stream.of(ofTenant.stream(), Stream.ofNullable(given), Stream.ofNullable(family))
                .flatMap(Function.identity())
                .toList();
    }
}
