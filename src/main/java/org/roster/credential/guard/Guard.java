package org.roster.credential.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Networks;
import org.roster.caller.Source;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Decides whether a password, a pin or a code is looked at now (R33, R34). A try that is refused is neither looked at nor
 * counted, so nobody is held up for longer by trying on. Whoever has logged in from a place before is measured by what was
 * tried at that place alone: what strangers do shuts nobody out.
 */
@ApplicationScoped
public class Guard {

    /** How long wrong tries from one address are added up. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    static final int PLACES = 10;

    /** Of tries that want the same one turn, this many lose against another before they are refused. */
    private static final int ROUNDS = 3;

    /** Places that this node has noted lately; a second write would say nothing new. */
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Sight.NOTED)
            .build();

    /** The tries that this node has found wrong: whoever looked before the last of them looks again. */
    private final AtomicLong foundWrong = new AtomicLong();

    @Inject
    TryRepository tries;

    @Inject
    Buckets buckets;

    @Inject
    Turns turns;

    @Inject
    LockOuts lockOuts;

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
     * A name and a password are about to be looked at.
     *
     * @param tenant the tenant of the account
     * @param user whose name it is, or null if nobody's; both are treated alike
     * @throws Refusal {@link Reason#RATE_LIMITED}
     */
    public Try logIn(Source from, UUID tenant, String name, @Nullable UUID user) {
        var network = Networks.of(from.address());
        var bucket = buckets.account(Measure.ACCOUNT, tenant, name, user);
        var place = buckets.place(user == null ? new UUID(0, 0) : user, network);
        return begin(new Tried(Measure.ACCOUNT, bucket, buckets.address(network), tenant, user, place, from));
    }

    /**
     * The present password of somebody who is logged in already is about to be looked at.
     *
     * @throws Refusal {@link Reason#RATE_LIMITED}
     */
    public Try presentPassword(Source from, UUID tenant, UUID user) {
        return ofUser(Measure.PRESENT, from, tenant, user);
    }

    /**
     * A code of a second factor is about to be looked at, of somebody who has given the right password.
     *
     * @throws Refusal {@link Reason#RATE_LIMITED}
     */
    public Try secondFactor(Source from, UUID tenant, UUID user) {
        return ofUser(Measure.FACTOR, from, tenant, user);
    }

    /**
     * A pin is about to be looked at.
     *
     * @param who who gives it, as far as that can be told
     * @throws Refusal {@link Reason#RATE_LIMITED}
     */
    public Try pin(Source from, UUID tenant, String who) {
        var address = buckets.address(Networks.of(from.address()));
        return begin(new Tried(Measure.PIN, buckets.pin(tenant, who), address, tenant, null, "", from));
    }

    /** The user has shown by other means than a password to be at this place, such as a token that a mail has brought. */
    public void trust(Source from, UUID user) {
        var place = buckets.place(user, Networks.of(from.address()));
        transactions.run(() -> tries.note(user, place, clock.instant(), PLACES));
    }

    static Refusal limited(int seconds) {
        return Refusal.limited("too many tries; the next one is looked at later", seconds);
    }

    private Try ofUser(Measure measure, Source from, UUID tenant, UUID user) {
        var address = buckets.address(Networks.of(from.address()));
        return begin(new Tried(measure, buckets.user(measure, user), address, tenant, user, "", from));
    }

    private Try begin(Tried tried) {
        long before = foundWrong.get();
        var sight = look(tried, clock.instant());
        // Those who know the place do not queue behind strangers.
        boolean atPlace = sight.known();
        var lane = atPlace ? tried.place() : tried.bucket();
        var turn = turns.take(lane);
        boolean fresh = turn != null && before == foundWrong.get();
        if (turn == null) {
            turn = turns.await(lane);
        }
        try {
            return judge(tried, turn, atPlace, fresh ? sight : null);
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    /**
     * @param atPlace whether its turn is one of those of its place
     * @param fresh what was seen already, if nothing can have changed since
     */
    private Try judge(Tried tried, Turns.Turn turn, boolean atPlace, @Nullable Sight fresh) {
        for (int round = 0; round < ROUNDS; round++) {
            var now = clock.instant();
            var sight = fresh == null || round > 0 ? look(tried, now) : fresh;
            int held = held(sight.address(), now);
            if (held > 0 && !sight.known()) {
                throw limited(held);
            }
            var judged = sight.judged();
            int left = tried.measure().secondsLeft(judged.failures(), judged.lastAt(), now);
            if (left > 0) {
                throw limited(left);
            }
            if (!sight.counted(atPlace)) {
                return new Try(this, turn, tried, sight, false, held);
            }
            if (transactions.apart(() -> claim(tried, sight, now))) {
                return new Try(this, turn, tried, sight, true, held);
            }
        }
        throw limited(1);
    }

    private Sight look(Tried tried, Instant now) {
        return tries.look(tried.bucket(), tried.address(), tried.placed() ? tried.user() : null, tried.place(), now);
    }

    /** For how many seconds nothing from an address is looked at. */
    int held(Counted address, Instant now) {
        return address.failures() < settings.failuresPerAddress() ? 0 : Measure.seconds(now, address.until());
    }

    private boolean claim(Tried tried, Sight sight, Instant now) {
        int failures = sight.judged().failures();
        return sight.known() && tried.user() != null
                ? tries.claimAtPlace(tried.user(), tried.place(), failures, now)
                : tries.claim(tried.bucket(), failures, now, tried.measure().rememberedUntil(now));
    }

    void wrong(Tried tried, Sight sight, boolean claimed) {
        transactions.runApart(() -> {
            var now = clock.instant();
            if (sight.known() && tried.user() != null && !claimed) {
                tries.addAtPlace(tried.user(), tried.place(), now);
            }
            boolean countedBefore = claimed && !sight.known();
            int failures = countedBefore
                    ? sight.own().failures() + 1
                    : tries.add(tried.bucket(), now, tried.measure().rememberedUntil(now))
                            .failures();
            tries.addWithin(tried.address(), now, now.plus(WINDOW));
            wrongTries.told(tried);
            lockOuts.counted(tried, failures);
        });
        foundWrong.incrementAndGet();
        sweeper.now();
    }

    void right(Tried tried, Sight sight, boolean claimed, boolean logIn) {
        var now = clock.instant();
        boolean forgets = logIn && tried.measure().rightForgets() && sight.own().failures() > 0;
        boolean notes =
                tried.placed() && tried.user() != null && (claimed && sight.known() || notes(tried, sight, now));
        if (!forgets && !claimed && !notes) {
            return;
        }
        transactions.run(() -> {
            if (forgets) {
                tries.remove(tried.bucket());
                lockOuts.loggedIn(tried, sight.own().failures());
            } else if (claimed) {
                giveBack(tried, sight);
            }
            if (notes && tried.user() != null) {
                tries.note(tried.user(), tried.place(), now, PLACES);
                transactions.afterCommit(() -> noted.put(tried.place(), true));
            }
        });
    }

    private boolean notes(Tried tried, Sight sight, Instant now) {
        return sight.stale(now)
                && (sight.place() == null || sight.place().failures() > 0 || noted.getIfPresent(tried.place()) == null);
    }

    void giveBack(Tried tried, Sight sight) {
        transactions.runApart(() -> {
            if (sight.known() && tried.user() != null) {
                tries.giveBackAtPlace(tried.user(), tried.place());
            } else {
                tries.giveBack(tried.bucket());
            }
        });
    }
}
