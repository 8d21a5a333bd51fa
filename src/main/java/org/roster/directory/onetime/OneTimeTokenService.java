package org.roster.directory.onetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.credential.Secrets;
import org.roster.directory.Changes;
import org.roster.directory.Facts;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Issues and redeems one-time tokens: 256 random bits, bound to a user and a purpose, good once and for a while (R36). */
@ApplicationScoped
public class OneTimeTokenService {

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    Secrets secrets;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /**
     * Makes a token for a user of the tenant.
     *
     * @return the token itself, which is kept nowhere
     */
    public String issue(Caller caller, UUID tenant, UUID user, Purpose purpose, Duration life) {
        var token = secrets.next();
        transactions.run(() -> {
            var now = clock.instant();
            var expiresAt = now.plus(life);
            tokens.add(new OneTimeToken(secrets.hash(token), tenant, user, purpose, now, expiresAt));
            var facts = Facts.of("purpose", purpose).and("expiresAt", expiresAt).map();
            changes.happened(caller, tenant, "user.one_time_token_issued", "user", user, facts);
        });
        return token;
    }

    /**
     * Uses a token up. Of several requests at the same instant one succeeds.
     *
     * @return the user whom it was made for
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID} when it is unknown, over, used or made for another purpose
     */
    public UUID redeem(Caller caller, UUID tenant, String token, Purpose purpose) {
        var hash = secrets.hash(token);
        return transactions.write(() -> {
            if (!tokens.use(tenant, hash, purpose, clock.instant())) {
                throw new Refusal(
                        Reason.ONE_TIME_TOKEN_INVALID,
                        "token",
                        "the token is unknown, expired, used or for another step");
            }
            var user = tokens.user(tenant, hash).orElseThrow();
            var facts = Facts.of("purpose", purpose).map();
            changes.happened(caller, tenant, "user.one_time_token_redeemed", "user", user, facts);
            return user;
        });
    }
}
