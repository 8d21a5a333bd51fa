package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.credential.guard.Guard;
import org.roster.directory.Field;
import org.roster.directory.factor.Enrolment;
import org.roster.directory.factor.FactorState;
import org.roster.directory.factor.SecondFactorService;
import org.roster.directory.onetime.OneTimeTokenService;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.SignInService.Verdict;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * What people do about their own second factor. Each change needs the password anew, and a code where there is a factor
 * already: a stolen access token must not become a factor of the thief's.
 */
@ApplicationScoped
public class EnrolmentService {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Set<Purpose> STEP = Set.of(Purpose.SECOND_FACTOR);

    @Inject
    SecondFactorService factors;

    @Inject
    SignInService signIn;

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    OneTimeTokenService tokens;

    @Inject
    Guard guard;

    @Inject
    Transactions transactions;

    /**
     * An enrolment that has begun.
     *
     * @param token what confirms it, together with a code, within 15 minutes; it is kept nowhere
     */
    public record Begun(String token, Enrolment enrolment) {

        @Override
        public String toString() {
            return "Begun"; // never the token
        }
    }

    /** What is known of a user's factor; the user is at home in the tenant. */
    public FactorState of(UUID tenant, UUID user) {
        users.require(tenant, user);
        return factors.of(tenant, user);
    }

    /**
     * Begins an enrolment for somebody who gives name and password, and a code too if there is a factor. Also for those
     * who may not log in before they have one.
     *
     * @throws Refusal {@link Reason#PASSWORD_WRONG} for all that is not right about name, password, code and account;
     *     {@link Reason#RATE_LIMITED}, {@link Reason#OVERLOADED}
     */
    public Begun begin(Source from, UUID tenant, String name, String password) {
        var user = proven(from, tenant, name, password);
        var enrolment = factors.propose(user.tenantId(), user.id(), issuer(user), user.username());
        var caller = Caller.system(user.tenantId(), from);
        return new Begun(
                tokens.replace(caller, user.tenantId(), user.id(), Purpose.SECOND_FACTOR, null, LIFE), enrolment);
    }

    /**
     * Puts the factor in force, by the token of the beginning and a code of the device. From then on a code is asked for
     * at each log-in, and those who are logged in without one are logged out. Wrong codes are counted with those of log-ins.
     *
     * @return the recovery codes
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID}; {@link Reason#VALUE_INVALID} for a wrong code, after which
     *     the token is still good; {@link Reason#RATE_LIMITED} after too many of them
     */
    public List<String> confirm(Caller caller, Source from, UUID tenant, String token, String code) {
        var user = tokens.look(tenant, token, STEP).user();
        try (var tried = guard.secondFactor(from, tenant, user)) {
            try {
                return transactions.write(() -> {
                    var recovery = confirmed(caller.asRoster(tenant), tenant, user, token, code);
                    tried.right();
                    return recovery;
                });
            } catch (Refusal refusal) {
                if (refusal.reason() == Reason.VALUE_INVALID) {
                    tried.wrong();
                }
                throw refusal;
            }
        }
    }

    private List<String> confirmed(Caller roster, UUID tenant, UUID user, String token, String code) {
        var recovery = factors.confirm(roster, tenant, user, code);
        tokens.redeem(roster, tenant, token, STEP);
        var change = new UserChange().mfa(Field.of(true)).resetSecondFactor(Field.of(false));
        users.change(roster, tenant, user, change, null);
        return recovery;
    }

    /**
     * New recovery codes in place of all before them.
     *
     * @throws Refusal as {@link #begin}
     */
    public List<String> renewCodes(Source from, UUID tenant, String name, String password) {
        var user = proven(from, tenant, name, password);
        return factors.renewCodes(acting(user, from), user.tenantId(), user.id());
    }

    /**
     * Takes the factor away, for somebody who gives a code of it, or a recovery code. Whoever has demanded a second
     * factor of the user demands it still: then a new one has to be set up.
     *
     * @throws Refusal as {@link #begin}
     */
    public void remove(Source from, UUID tenant, String name, String password) {
        var user = enrolled(from, tenant, name, password);
        factors.remove(acting(user, from), user.tenantId(), user.id());
    }

    private User proven(Source from, UUID tenant, String name, String password) {
        var attempt = signIn.attempt(from, tenant, name, password);
        if (attempt.verdict() != Verdict.GOOD && attempt.verdict() != Verdict.FACTOR_MISSING) {
            throw wrong();
        }
        return Objects.requireNonNull(attempt.user());
    }

    private User enrolled(Source from, UUID tenant, String name, String password) {
        var user = proven(from, tenant, name, password);
        if (!factors.enrolled(user.tenantId(), user.id())) {
            throw new Refusal(Reason.VALUE_INVALID, "secondFactor", "there is no second factor");
        }
        return user;
    }

    private String issuer(User user) {
        return tenants.byId(user.tenantId())
                .map(tenant -> tenant.name().replace(':', ' '))
                .orElse("Roster");
    }

    private static Caller acting(User user, Source from) {
        return Caller.person(user.tenantId(), user.id(), user.username(), Set.of(), from);
    }

    private static Refusal wrong() {
        return new Refusal(
                Reason.PASSWORD_WRONG,
                "password",
                "the name, the password or the code is wrong, or the account is closed");
    }
}
