package org.roster.directory.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.constraint.Names;
import org.roster.credential.Secrets;
import org.roster.credential.guard.Guard;
import org.roster.credential.guard.Try;
import org.roster.directory.Checks;
import org.roster.directory.Standings;
import org.roster.directory.user.LogIns;
import org.roster.directory.user.UserService;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * What can be done to pins, and with them. A pin has few possibilities, so its hash is keyed: a stolen database alone
 * does not let one try them. The hash is the look-up as well, and its key makes it unique in the tenant.
 */
@ApplicationScoped
public class PinService {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;
    private static final int DRAWN_DIGITS = 8;
    private static final int DRAWS = 10;

    private final SecureRandom random = new SecureRandom();

    @Inject
    PinRepository pins;

    @Inject
    Standings standings;

    @Inject
    Secrets secrets;

    @Inject
    Guard guard;

    @Inject
    UserService users;

    @Inject
    LogIns logIns;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /** What is known of a user's pin in a tenant; never the pin itself. */
    public Optional<Pin> of(UUID tenant, UUID user) {
        return pins.of(tenant, user);
    }

    /** The same for many users, by their ids. */
    public Map<UUID, Pin> ofUsers(UUID tenant, Collection<UUID> users) {
        return pins.ofUsers(tenant, users).stream().collect(Collectors.toMap(Pin::userId, Function.identity()));
    }

    /**
     * The user who signs in to the tenant with this pin, if it is somebody's who may.
     *
     * @param who who tries, as far as the contract can tell
     * @throws Refusal {@link Reason#RATE_LIMITED} after too many wrong pins
     */
    public Optional<UUID> find(Source from, UUID tenant, String who, String code) {
        try (var tried = guard.pin(from, tenant, who)) {
            var holder = pins.holder(tenant, hash(tenant, code));
            if (holder.isPresent()) {
                right(from, tenant, holder.get(), tried);
            } else {
                tried.wrong();
            }
            return holder;
        }
    }

    /**
     * Whether this is the pin of a user who may sign in to the tenant with it.
     *
     * @throws Refusal {@link Reason#RATE_LIMITED} after too many wrong pins
     */
    public boolean proves(Source from, UUID tenant, UUID user, String code) {
        try (var tried = guard.pin(from, tenant, user.toString())) {
            boolean right =
                    pins.holder(tenant, hash(tenant, code)).filter(user::equals).isPresent();
            if (right) {
                right(from, tenant, user, tried);
            } else {
                tried.wrong();
            }
            return right;
        }
    }

    private void right(Source from, UUID tenant, UUID user, Try tried) {
        transactions.run(() -> {
            logIns.loggedIn(from, tenant, users.byId(user).orElseThrow(), "pin");
            tried.right();
        });
    }

    /**
     * Gives a user of the tenant, or a guest of it, a pin or a word about it.
     *
     * @param code the new pin, or null to keep the present one
     * @param allowed whether the user may sign in with it, or null to keep what was said before; no, if nothing was
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#PIN_TAKEN}, {@link Reason#RIGHTS_EXCEEDED},
     *     {@link Reason#VALUE_INVALID}
     */
    public void set(Caller caller, UUID tenant, UUID user, @Nullable String code, @Nullable Boolean allowed) {
        unique(() -> {
            put(caller, tenant, user, code, allowed);
            return true;
        });
    }

    /**
     * Fulfils a wish inside the transaction that is open, for a user who is made or invited in it.
     *
     * @return the pin
     * @throws Refusal as {@link #set}
     */
    public String give(Caller caller, UUID tenant, UUID user, NewPin wish) {
        var code = wish.code() == null ? free(tenant) : wish.code();
        return unique(() -> {
            put(caller, tenant, user, code, wish.allowed());
            return code;
        });
    }

    /**
     * Takes a user's pin away, and the word about it. Doing so again changes nothing.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public void clear(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            check(caller, tenant, user);
            pins.of(tenant, user).ifPresent(pin -> {
                pins.remove(pin);
                changes.happened(caller, tenant, "user.pin_removed", "user", user, Map.of());
            });
        });
    }

    private void put(Caller caller, UUID tenant, UUID user, @Nullable String code, @Nullable Boolean allowed) {
        if (code != null && (code.length() < SHORTEST || code.length() > LONGEST || !Names.singleLine(code))) {
            throw Refusal.invalid("pin", "must have " + SHORTEST + " to " + LONGEST + " visible characters");
        }
        check(caller, tenant, user);
        var now = clock.instant();
        var pin = pins.of(tenant, user).orElse(null);
        if (pin == null) {
            pin = new Pin(tenant, user, now);
            pins.add(pin);
        }
        pin.change(code == null ? null : hash(tenant, code), allowed, now);
        pins.flush();
        var facts = Facts.of("allowed", pin.allowed()).and("given", pin.given()).map();
        changes.happened(caller, tenant, "user.pin_set", "user", user, facts);
    }

    /** A pin signs in, so it is for those to give who hold what the user holds in the tenant (R10). */
    private void check(Caller caller, UUID tenant, UUID user) {
        if (!pins.belongs(tenant, user)) {
            throw new Refusal(Reason.USER_UNKNOWN, "user", "there is no such user");
        }
        Checks.outranks(caller, standings.possiblePermissions(tenant, user), "the user");
    }

    /** A pin that is nobody's now; between this look and the row another may take it, which the key decides. */
    private String free(UUID tenant) {
        for (int drawn = 1; ; drawn++) {
            var digits = new StringBuilder();
            for (int i = 0; i < DRAWN_DIGITS; i++) {
                digits.append(random.nextInt(10));
            }
            var code = digits.toString();
            if (drawn == DRAWS || !pins.taken(tenant, hash(tenant, code))) {
                return code;
            }
        }
    }

    private String hash(UUID tenant, String code) {
        return secrets.keyed("pins", tenant + " " + code);
    }

    private <T> T unique(Supplier<T> work) {
        try {
            return transactions.write(work);
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                throw new Refusal(Reason.PIN_TAKEN, "pin", "another user of the tenant has this pin");
            }
            throw e;
        }
    }
}
