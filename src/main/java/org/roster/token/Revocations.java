package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;

/**
 * Access tokens that were taken back. Every node reads the new ones every two seconds, so that a request costs a look
 * into memory and a revoked token is dead everywhere within five.
 */
@ApplicationScoped
public class Revocations {

    private static final Duration READ_EVERY = Duration.ofSeconds(2);

    /** Transactions take time, and nodes know the time of the database not quite exactly: what is a little older is read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    /** A token counts for so long after its end, since clocks differ. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    private final AtomicBoolean reading = new AtomicBoolean();

    @PersistenceContext
    EntityManager em;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    TokenSweeper sweeper;

    @Inject
    @Shared
    Clock clock;

    private volatile Instant readAt = Instant.EPOCH;

    /** The same by the monotonic clock, which no step of another keeps from reading. */
    private volatile long readAtNanos = System.nanoTime() - READ_EVERY.toNanos();

    /**
     * Takes a token back. Doing so again changes nothing.
     *
     * @param subject what the token was for, for the audit trail: the user, or the client's application
     */
    public void revoke(Caller caller, String jti, Instant expiresAt, UUID subject) {
        try {
            transactions.run(() -> {
                var now = clock.instant();
                em.persist(new RevokedToken(jti, now, expiresAt));
                em.flush();
                var facts = Facts.of("jti", jti).map();
                changes.happened(caller, caller.tenant(), "token.revoked", "token", subject, facts);
                transactions.afterCommit(() -> revoked.put(jti, expiresAt));
            });
            sweeper.now();
        } catch (RuntimeException e) {
            if (!Violations.unique(e)) {
                throw e;
            }
            revoked.put(jti, expiresAt);
        }
    }

    /** Whether a token was taken back. */
    boolean contains(@Nullable String jti) {
        if (System.nanoTime() - readAtNanos >= READ_EVERY.toNanos() && reading.compareAndSet(false, true)) {
            try {
                read(clock.instant());
            } finally {
                reading.set(false);
            }
        }
        return jti == null || revoked.containsKey(jti);
    }

    private void read(Instant now) {
        var rows = em.createQuery(
                        "select r from RevokedToken r where r.revokedAt > :since" + " and r.expiresAt > :over",
                        RevokedToken.class)
                .setParameter("over", now.minus(SKEW))
                .setParameter("since", since(now))
                .getResultList();
        rows.forEach(row -> revoked.put(row.jti(), row.expiresAt()));
        revoked.values().removeIf(expiresAt -> expiresAt.plus(SKEW).isBefore(now));
        readAt = now;
        readAtNanos = System.nanoTime();
    }

    /** From the last reading on, or from now on when the database's clock was set back. */
    private Instant since(Instant now) {
        var last = readAt.isAfter(now) ? now : readAt;
        return last.equals(Instant.EPOCH) ? last : last.minus(OVERLAP);
    }
}
