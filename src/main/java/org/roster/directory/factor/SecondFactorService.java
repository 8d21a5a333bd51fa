package org.roster.directory.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.credential.Secrets;
import org.roster.event.Change;
import org.roster.event.Changes;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Sealed;

/**
 * Keeps and checks second factors. A code is good once: neither it nor an earlier one is taken again, by whatever way and
 * node it comes (R39).
 */
@ApplicationScoped
public class SecondFactorService {

    /** Looks like a code of a device. */
    public static final Pattern CODE = Pattern.compile("\\d{" + TimeBasedCodes.DIGITS + "}");

    /** Looks like a recovery code, in whatever letters. */
    public static final Pattern RECOVERY_CODE = Pattern.compile("[A-Za-z2-7]{5}-[A-Za-z2-7]{5}");

    private static final int RECOVERY_CODES = 10;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private final SecureRandom random = new SecureRandom();

    @Inject
    SecondFactorRepository factors;

    @Inject
    TimeBasedCodes codes;

    @Inject
    Sealed sealed;

    @Inject
    Secrets secrets;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /** How a code was taken. */
    public enum Taken {
        DEVICE,
        RECOVERY,
        /** It was wrong, used before, or there is no factor. */
        NO
    }

    public FactorState of(UUID tenant, UUID user) {
        return factors.of(tenant, user)
                .filter(factor -> factor.confirmedAt() != null)
                .map(factor -> new FactorState(factor.confirmedAt(), factors.codesLeft(user)))
                .orElse(FactorState.NONE);
    }

    /** Whether codes are asked of a user; one look by the key. */
    public boolean enrolled(UUID tenant, UUID user) {
        return factors.of(tenant, user)
                .filter(factor -> factor.confirmedAt() != null)
                .isPresent();
    }

    /**
     * A new seed for a user's device. Until a code of it is given, the present factor stays as it is.
     *
     * @param issuer what the authenticator application shows above the account
     */
    public Enrolment propose(UUID tenant, UUID user, String issuer, String account) {
        var seed = codes.newSeed();
        transactions.run(() -> {
            var factor = factors.locked(tenant, user).orElse(null);
            if (factor == null) {
                factor = new SecondFactor(tenant, user, clock.instant());
                factors.add(factor);
            }
            factor.propose(sealed.seal(name(user), seed));
            factors.flush();
        });
        return Enrolment.of(seed, issuer, account);
    }

    /**
     * Puts the proposed seed in force, since its device has given a code.
     *
     * @return recovery codes, in place of all before them; they are kept nowhere
     * @throws Refusal {@link Reason#VALUE_INVALID} for a wrong code, or when nothing was proposed
     */
    public List<String> confirm(Caller caller, UUID tenant, UUID user, String code) {
        return transactions.write(() -> {
            var factor = factors.locked(tenant, user).orElseThrow(SecondFactorService::wrong);
            var pending = factor.pendingSeed();
            var step = pending == null ? OptionalLong.empty() : codes.step(sealed.open(name(user), pending), code);
            if (step.isEmpty()) {
                throw wrong();
            }
            factor.confirm(step.getAsLong(), clock.instant());
            factors.flush();
            changes.happened(caller, tenant, "user.second_factor_added", "user", user, Map.of());
            return newCodes(user);
        });
    }

    /**
     * Uses up a code of the user's device, or a recovery code, whatever becomes of the request that brings it.
     *
     * @param caller who gives it, for the audit trail
     */
    public Taken accept(Caller caller, UUID tenant, UUID user, @Nullable String code) {
        if (code == null) {
            return Taken.NO;
        }
        if (CODE.matcher(code).matches()) {
            return ofDevice(tenant, user, code) ? Taken.DEVICE : Taken.NO;
        }
        return RECOVERY_CODE.matcher(code).matches() && ofPaper(caller, tenant, user, code) ? Taken.RECOVERY : Taken.NO;
    }

    /** New recovery codes in place of all before them; none for a user without a factor. */
    public List<String> renewCodes(Caller caller, UUID tenant, UUID user) {
        return transactions.write(() -> {
            if (!enrolled(tenant, user)) {
                throw new Refusal(Reason.VALUE_INVALID, "secondFactor", "there is no second factor");
            }
            changes.happened(caller, tenant, "user.recovery_codes_renewed", "user", user, Map.of());
            return newCodes(user);
        });
    }

    /** Takes a user's factor away, with its recovery codes. Doing so again changes nothing. */
    public void remove(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            if (factors.remove(user)) {
                changes.happened(caller, tenant, "user.second_factor_removed", "user", user, Map.of());
            }
        });
    }

    /** Who is told to set up a new factor has none until then; whom none is asked of any more needs none. */
    void onChange(@Observes Change change) {
        if (change.type().equals("user.updated")
                && (Boolean.TRUE.equals(change.after().get("resetSecondFactor"))
                        || Boolean.FALSE.equals(change.after().get("mfa")))) {
            remove(change.actor(), change.tenant(), change.subject());
        }
    }

    private boolean ofDevice(UUID tenant, UUID user, String code) {
        var seed = factors.of(tenant, user).map(SecondFactor::seed).orElse(null);
        if (seed == null) {
            return false;
        }
        var step = codes.step(sealed.open(name(user), seed), code);
        return step.isPresent() && transactions.apart(() -> factors.use(tenant, user, step.getAsLong()));
    }

    private boolean ofPaper(Caller caller, UUID tenant, UUID user, String code) {
        return transactions.apart(() -> {
            boolean used = factors.use(tenant, user, hash(user, code), clock.instant());
            if (used) {
                changes.happened(caller, tenant, "user.recovery_code_used", "user", user, Map.of());
            }
            return used;
        });
    }

    private List<String> newCodes(UUID user) {
        factors.removeCodes(user);
        var drawn = new ArrayList<String>();
        while (drawn.size() < RECOVERY_CODES) {
            var code = draw() + '-' + draw();
            if (!drawn.contains(code)) {
                drawn.add(code);
                factors.add(new RecoveryCode(user, hash(user, code), clock.instant()));
            }
        }
        factors.flush();
        return drawn;
    }

    private String draw() {
        var text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private String hash(UUID user, String code) {
        return secrets.keyed("recovery codes", user + " " + code.toLowerCase(Locale.ROOT));
    }

    private static String name(UUID user) {
        return "second factor " + user;
    }

    private static Refusal wrong() {
        return Refusal.invalid("code", "is not the code that the device shows now");
    }
}
