package org.roster.credential.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Networks;
import org.roster.caller.Source;
import org.roster.persistence.Remembered;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Counts wrong tries at what is random and long: secrets of clients, API keys, one-time tokens. Comparing them costs
 * nothing, so a right one passes without a look at the rows, and only wrong ones are written down.
 */
@ApplicationScoped
public class SecretGuard {

    private static final int ASKED = 5;
    private static final Duration ASKED_WINDOW = Duration.ofMinutes(5);

    /** What other nodes have counted is seen this much later. */
    private final Remembered<String, Counted> recent = new Remembered<>(10_000, Duration.ofSeconds(2));

    /** Addresses over their limit, until when; they cost no write. */
    private final Cache<String, Instant> over = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Guard.WINDOW)
            .build();

    @Inject
    TryRepository tries;

    @Inject
    Buckets buckets;

    @Inject
    Guard guard;

    @Inject
    WrongTries wrongTries;

    @Inject
    TrySweeper sweeper;

    @Inject
    Transactions transactions;

    @Inject
    GuardSettings settings;

    @Inject
    @Shared
    Clock clock;

    /**
     * A client has authenticated, or has not (RFC 6749 section 2.3.1).
     *
     * @param claimed the client, or null if there is none of this identifier
     * @param right whether it is the client's secret, and the client is in use
     * @throws Refusal {@link Reason#RATE_LIMITED} if it does not count, right or wrong
     */
    public void client(Source from, String clientId, @Nullable Claimed claimed, boolean right) {
        var network = Networks.of(from.address());
        var bucket = buckets.client(clientId, network);
        var now = clock.instant();
        var seen = recent.get(bucket, key -> tries.of(key, now));
        int left = Measure.CLIENT.secondsLeft(seen.failures(), seen.lastAt(), now);
        if (left > 0) {
            throw Guard.limited(left);
        }
        boolean counted = seen.failures() >= Measure.CLIENT.free();
        if (counted) {
            claim(bucket, seen, now);
        }
        if (!right) {
            wrongClient(bucket, from, claimed, counted, now);
        } else if (seen.failures() > 0) {
            transactions.runApart(() -> tries.remove(bucket));
            recent.forget(bucket);
        }
    }

    /**
     * An API key or a one-time token was not a good one.
     *
     * @param claimed the key, or null if there is none of this id, or if it is no key
     * @throws Refusal {@link Reason#RATE_LIMITED} after too many from one address
     */
    public void wrong(Source from, @Nullable Claimed claimed) {
        var address = buckets.address(Networks.of(from.address()));
        var now = clock.instant();
        var until = over.getIfPresent(address);
        if (until != null && until.isAfter(now)) {
            throw Guard.limited(Measure.seconds(now, until));
        }
        var counted = transactions.apart(() -> {
            if (claimed != null) {
                wrongTries.told(from, claimed);
            }
            return tries.addWithin(address, now, now.plus(Guard.WINDOW));
        });
        hold(address, counted, now);
        sweeper.now();
    }

    /**
     * Somebody asks for a token to be sent to an account. Whoever has asked too often gets the same answer as anybody.
     *
     * @param user whose name it is, or null if nobody's
     * @return whether one may be made
     */
    public boolean mayAsk(Source from, UUID tenant, String name, @Nullable UUID user) {
        var now = clock.instant();
        var asked = buckets.asked(tenant, name, user);
        var askedFrom = buckets.askedFrom(Networks.of(from.address()));
        return transactions.apart(() -> {
            int ofAccount = tries.addWithin(asked, now, now.plus(ASKED_WINDOW)).failures();
            int ofAddress =
                    tries.addWithin(askedFrom, now, now.plus(Guard.WINDOW)).failures();
            return ofAccount <= ASKED && ofAddress <= settings.failuresPerAddress();
        });
    }

    /** Of those who want the one turn that there is now, one has it. */
    private void claim(String bucket, Counted seen, Instant now) {
        boolean first = transactions.apart(
                () -> tries.claim(bucket, seen.failures(), now, Measure.CLIENT.rememberedUntil(now)));
        recent.forget(bucket);
        if (!first) {
            throw Guard.limited(1);
        }
    }

    private void wrongClient(
            String bucket, Source from, @Nullable Claimed claimed, boolean countedBefore, Instant now) {
        var address = buckets.address(Networks.of(from.address()));
        var counted = transactions.apart(() -> {
            if (!countedBefore) {
                tries.add(bucket, now, Measure.CLIENT.rememberedUntil(now));
            }
            if (claimed != null) {
                wrongTries.told(from, claimed);
            }
            var ofAddress = tries.addWithin(address, now, now.plus(Guard.WINDOW));
            return new Sight(tries.of(bucket, now), ofAddress, null);
        });
        recent.forget(bucket);
        sweeper.now();
        hold(address, counted.address(), now);
        if (!countedBefore && counted.own().failures() > Measure.CLIENT.free()) {
            throw Guard.limited(Measure.CLIENT.secondsLeft(
                    counted.own().failures(), counted.own().lastAt(), now));
        }
    }

    private void hold(String address, Counted counted, Instant now) {
        if (counted.failures() > settings.failuresPerAddress()) {
            over.put(address, counted.until());
            throw Guard.limited(Math.max(1, guard.held(counted, now)));
        }
    }
}
