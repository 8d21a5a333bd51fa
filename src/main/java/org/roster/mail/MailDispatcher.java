package org.roster.mail;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.system.Rounds;
import org.roster.system.Sealed;
import org.roster.tally.Backlog;
import org.roster.tally.Counted;
import org.roster.tally.Tally;

/**
 * Sends what lies in the outbox. Each node takes mails by a lease in the row, sends them outside any transaction, a few at a
 * time, and notes what came of it. A node that dies leaves its leases to run out: a mail may arrive twice then, under one
 * Message-ID, but never not at all.
 */
@ApplicationScoped
public class MailDispatcher {

    private static final System.Logger LOG = System.getLogger(MailDispatcher.class.getName());

    /** A slip in the setting must not send passwords in clear. */
    private static final Set<String> TLS = Set.of("starttls", "tls", "none");

    private static final int AT_ONCE = 4;
    /** Longer than a server can take for one mail: connection, greeting, and each of its answers are bounded. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    MailRepository mails;

    @Inject
    MailSender sender;

    @Inject
    Sealed sealed;

    @Inject
    Transactions transactions;

    @Inject
    MailSettings settings;

    @Inject
    @Shared
    Clock clock;

    @Inject
    Tally tally;

    private volatile @Nullable Rounds rounds;

    /** Begins; what was held while no server was configured goes out now. */
    public synchronized void start() {
        if (!TLS.contains(settings.smtpTls())) {
            throw new IllegalStateException("ROSTER_SMTP_TLS must be one of starttls, tls and none");
        }
        if (executor == null || rounds != null) {
            return;
        }
        if (settings.smtpHost().isPresent()) {
            transactions.run(() -> mails.release(clock.instant()));
        }
        rounds = new Rounds(executor, "outbox of mails", this::sendDue, this::sweep);
    }

    @PreDestroy
    synchronized void stop() {
        if (rounds != null) {
            rounds.end();
            rounds = null;
        }
    }

    /** Looks into the outbox now rather than at the next tick. */
    void wake() {
        var going = rounds;
        if (going != null && settings.smtpHost().isPresent()) {
            going.wake();
        }
    }

    /** What is to be sent, what was given up, and since when the oldest waits. */
    public Backlog backlog() {
        return mails.backlog();
    }

    private void sendDue() {
        int free = places.availablePermits();
        if (free == 0 || settings.smtpHost().isEmpty()) {
            return;
        }
        var now = clock.instant();
        for (UUID id : mails.due(now, free)) {
            if (!places.tryAcquire()) {
                return;
            }
            boolean handedOn = false;
            try {
                var until = now.plus(LEASE);
                boolean ours = transactions.write(() -> mails.lease(id, now, until));
                handedOn = ours && handOn(id, until);
            } finally {
                if (!handedOn) {
                    places.release();
                }
            }
        }
    }

    private boolean handOn(UUID id, Instant leasedUntil) {
        if (executor == null) {
            return false;
        }
        executor.execute(() -> {
            try {
                note(id, leasedUntil, sent(id));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "mail {0}: what came of it is not noted: {1}", id, e.toString());
            } finally {
                places.release();
            }
            wake(); // a place is free
        });
        return true;
    }

    /** Why the mail was not sent, or null. Whatever goes wrong counts as a try, so that nothing is tried for ever. */
    private MailSender.@Nullable Outcome sent(UUID id) {
        var mail = mails.byId(id).orElse(null);
        if (mail == null || mail.over(clock.instant())) {
            return new MailSender.Outcome("what it should bring is over", true);
        }
        try {
            var token = mail.sealedToken();
            return sender.send(mail, token == null ? "" : Outbox.open(id, token, sealed));
        } catch (RuntimeException e) {
            return new MailSender.Outcome(
                    "it could not be made: " + e.getClass().getSimpleName(), false);
        }
    }

    /** Notes what came of a try, unless the lease ran out meanwhile and another node has the mail now. */
    private void note(UUID id, Instant leasedUntil, MailSender.@Nullable Outcome failure) {
        transactions.run(
                () -> mails.locked(id).filter(mail -> mail.leased(leasedUntil)).ifPresent(mail -> {
                    var now = clock.instant();
                    if (failure == null) {
                        mail.sent(now);
                    } else {
                        mail.failed(failure.error(), failure.permanent() ? null : again(mail, now), now);
                    }
                }));
        tally.count(failure == null ? Counted.MAIL_SENT : Counted.MAIL_FAILED);
        LOG.log(
                System.Logger.Level.INFO,
                failure == null ? "mail {0} was sent" : "mail {0} was not sent: {1}",
                id,
                failure == null ? "" : failure.error());
    }

    /** Twice as long each time, with chance in it so that nodes and mails do not all come at once; null to give up. */
    private static @Nullable Instant again(Mail mail, Instant now) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(mail.tries(), 10));
        var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        var next = now.plus(Rounds.spread(bounded));
        return next.isAfter(mail.queuedAt().plus(GIVEN_UP_AFTER)) ? null : next;
    }

    private boolean sweep() {
        var before = clock.instant().minus(Duration.ofDays(settings.keepDays()));
        boolean tokens = Rounds.inBatches(most -> transactions.write(() -> mails.forgetTokens(clock.instant(), most)));
        return Rounds.inBatches(most -> transactions.write(() -> mails.sweep(before, most))) || tokens;
    }
}
