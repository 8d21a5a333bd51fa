package org.roster.mail;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;
import org.roster.system.Sealed;
import org.roster.system.Settings;

/**
 * Sends what lies in the outbox. Each node takes mails by a lease in the row, sends them outside any transaction, a few at a
 * time, and notes what came of it. A node that dies leaves its leases to run out: a mail may arrive twice then, under one
 * Message-ID, but never not at all.
 */
@ApplicationScoped
public class MailDispatcher {

    private static final System.Logger LOG = System.getLogger(MailDispatcher.class.getName());

    private static final int AT_ONCE = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    private static final int SWEPT = 500;
    private static final long TICKS_PER_SWEEP = 600;

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
    Settings settings;

    @Inject
    Clock clock;

    private @Nullable ScheduledFuture<?> timer;
    private long ticks;

    /** Begins; what was held while no server was configured goes out now. */
    public synchronized void start() {
        if (executor == null || timer != null) {
            return;
        }
        if (settings.smtpHost().isPresent()) {
            transactions.run(() -> mails.release(clock.instant()));
        }
        timer = executor.scheduleWithFixedDelay(this::tick, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    synchronized void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Looks into the outbox now rather than at the next tick. */
    void wake() {
        if (executor == null || timer == null || settings.smtpHost().isEmpty()) {
            return;
        }
        try {
            executor.execute(this::quietly);
        } catch (RejectedExecutionException e) {
            // The server is busy or stops; the next tick, or the next start, sends it.
        }
    }

    private void tick() {
        if (settings.smtpHost().isPresent()) {
            quietly();
        }
        if (++ticks % TICKS_PER_SWEEP == 0) {
            sweep();
        }
    }

    private void quietly() {
        try {
            sendDue();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the outbox cannot be read now: {0}", e.toString());
        }
    }

    private void sendDue() {
        int free = places.availablePermits();
        if (free == 0) {
            return;
        }
        var now = clock.instant();
        for (UUID id : mails.due(now, free)) {
            if (!places.tryAcquire()) {
                return;
            }
            boolean handedOn = false;
            try {
                handedOn = transactions.write(() -> mails.lease(id, now, LEASE)) && handOn(id);
            } finally {
                if (!handedOn) {
                    places.release();
                }
            }
        }
    }

    private boolean handOn(UUID id) {
        if (executor == null) {
            return false;
        }
        executor.execute(() -> {
            try {
                send(id);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "mail {0}: {1}", id, e.toString());
            } finally {
                places.release();
            }
            quietly(); // a place is free
        });
        return true;
    }

    private void send(UUID id) {
        var mail = transactions.write(() -> mails.locked(id)).orElse(null);
        if (mail == null) {
            return;
        }
        if (mail.over(clock.instant())) {
            note(id, new MailSender.Outcome("its link is over", true));
            return;
        }
        var token = mail.sealedToken();
        note(id, sender.send(mail, token == null ? "" : Outbox.open(id, token, sealed)));
    }

    private void note(UUID id, MailSender.@Nullable Outcome failure) {
        transactions.run(() -> mails.locked(id).ifPresent(mail -> {
            var now = clock.instant();
            if (failure == null) {
                mail.sent(now);
            } else {
                mail.failed(failure.error(), failure.permanent() ? null : again(mail, now));
            }
        }));
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
        var next =
                now.plusMillis(bounded.toMillis() + ThreadLocalRandom.current().nextLong(bounded.toMillis() / 5));
        return next.isAfter(mail.createdAt().plus(GIVEN_UP_AFTER)) ? null : next;
    }

    private void sweep() {
        try {
            var before = clock.instant().minus(Duration.ofDays(settings.mailKeepDays()));
            transactions.run(() -> mails.sweep(before, SWEPT));
        } catch (Refusal refusal) {
            LOG.log(System.Logger.Level.INFO, "old mails stay for now: {0}", refusal.detail());
        }
    }
}
