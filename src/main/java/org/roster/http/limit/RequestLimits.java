package org.roster.http.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.roster.caller.Caller;
import org.roster.caller.Networks;
import org.roster.http.Exchange;
import org.roster.limit.Allowance;
import org.roster.limit.RateLimits;
import org.roster.limit.Shares;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Takes a request out of what its sender may ask for. */
@ApplicationScoped
public class RequestLimits {

    @Inject
    RateLimits rates;

    @Inject
    Shares shares;

    @Inject
    Exchange exchange;

    /**
     * Of somebody who is known.
     *
     * @throws Refusal {@link Reason#RATE_LIMITED}, {@link Reason#OVERLOADED}
     */
    public void known(Caller caller) {
        check(rates.take(caller));
        shares.enter(caller.tenant().toString());
    }

    /**
     * Of somebody who is not known, or not yet.
     *
     * @throws Refusal {@link Reason#RATE_LIMITED}, {@link Reason#OVERLOADED}
     */
    public void unknown() {
        var address = exchange.source().address();
        check(rates.take(address));
        shares.enter("from " + Networks.of(address));
    }

    private void check(List<Allowance> allowances) {
        exchange.allowed(allowances);
        for (var one : allowances) {
            if (!one.granted()) {
                throw one.refusal();
            }
        }
    }
}
