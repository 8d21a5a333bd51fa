package org.roster.contract.urac.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.contract.urac.UracContract;
import org.roster.contract.urac.UracError;
import org.roster.directory.Standings;
import org.roster.directory.application.Client;
import org.roster.directory.pin.Pin;
import org.roster.directory.pin.PinService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.SignInService.Verdict;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.token.GrantRefusal;
import org.roster.token.GrantService;
import org.roster.token.IssuedTokens;
import org.roster.token.TokenProfile;

/**
 * The grants of this contract. Whoever cannot log in, for whatever reason, hears one sentence (R30). Where a tenant's
 * setting {@code pinLogin} is true, a password is the first step and the pin the second.
 */
@ApplicationScoped
public class LogIn {

    private static final String PIN_LOGIN = "pinLogin";

    /** The value of the setting that lets whoever stands at a signed-in device log in by a pin of their own. */
    private static final String ANYONE = "anyone";

    @Inject
    SignInService signIn;

    @Inject
    GrantService grants;

    @Inject
    PinService pins;

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    Standings standings;

    @Inject
    Exchange exchange;

    /** Tokens for a name and a password, or the token of the first step. */
    IssuedTokens byPassword(Caller caller, String name, String password) {
        var tenant = caller.tenant();
        var attempt = signIn.attempt(exchange.source(), tenant, name, password);
        var user = attempt.user();
        if (attempt.verdict() != Verdict.GOOD || user == null) {
            throw UracError.LOG_IN_FAILED.refusal();
        }
        if (!pinLogin(tenant)) {
            return grants.issue(client(tenant), user, TokenProfile.STANDARD, true);
        }
        if (pins.of(tenant, user.id()).filter(Pin::allowed).isEmpty()) {
            throw UracError.PIN_NOT_ALLOWED.refusal();
        }
        return grants.firstStep(client(tenant), user, TokenProfile.STANDARD, "pin");
    }

    /**
     * Tokens for a pin. It must be the pin of the user who gave the password: with so few possibilities a pin alone must
     * not let anybody pass for somebody else. A tenant may say otherwise.
     */
    IssuedTokens byPin(Caller caller, String pin) {
        var tenant = caller.tenant();
        var first = caller.user();
        if (first == null || caller.kind() != Caller.Kind.USER) {
            throw UracError.TOKEN_MISSING.refusal();
        }
        if (!pinLogin(tenant)) {
            throw UracError.PIN_NOT_AVAILABLE.refusal();
        }
        var user = anyone(tenant) ? holder(caller, pin) : proven(tenant, first, pin);
        return grants.issue(client(tenant), user, TokenProfile.STANDARD, true);
    }

    /** Tokens for a refresh token, which is used up. */
    IssuedTokens byRefreshToken(Caller caller, String token) {
        try {
            return grants.refresh(exchange.source(), client(caller.tenant()), token, null, TokenProfile.STANDARD);
        } catch (GrantRefusal refusal) {
            throw ("expired".equals(refusal.subject())
                            ? UracError.REFRESH_TOKEN_EXPIRED
                            : UracError.REFRESH_TOKEN_INVALID)
                    .refusal();
        }
    }

    private User proven(UUID tenant, UUID user, String pin) {
        if (!pins.proves(exchange.source(), tenant, user, pin)) {
            throw UracError.LOG_IN_FAILED.refusal();
        }
        return users.byId(user).orElseThrow();
    }

    private User holder(Caller caller, String pin) {
        return pins.find(exchange.source(), caller.tenant(), String.valueOf(caller.user()), pin)
                .flatMap(users::byId)
                .filter(user -> user.mayLogIn()
                        && !user.secondFactorDemanded()
                        && standings.ofUser(caller.tenant(), user.id()).active())
                .orElseThrow(UracError.LOG_IN_FAILED::refusal);
    }

    private Client client(UUID tenant) {
        return grants.firstParty(tenant, UracContract.NAME);
    }

    private boolean pinLogin(UUID tenant) {
        return Boolean.TRUE.equals(setting(tenant)) || anyone(tenant);
    }

    private boolean anyone(UUID tenant) {
        return ANYONE.equals(setting(tenant));
    }

    private Object setting(UUID tenant) {
        return tenants.byId(tenant)
                .map(found -> Objects.requireNonNullElse(found.settings().get(PIN_LOGIN), false))
                .orElse(false);
    }
}
