package org.roster.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Sealed;

/**
 * Lets a request with a key have its effect once (draft-ietf-httpapi-idempotency-key-header-07). Its answer is written in the
 * transaction of its changes, so that a server which dies leaves both or none; the thread that has begun one ends it by
 * {@link #keep} or {@link #release}, and by {@link #end} in any case.
 */
@ApplicationScoped
public class RetryService {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** After this long somebody else may answer; whoever was slower finds that out when it wants to commit. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(RetryService.class.getName());

    @Inject
    RecordRepository records;

    @Inject
    RecordSweeper sweeper;

    @Inject
    KeyHash hash;

    @Inject
    Sealed sealed;

    @Inject
    Transactions transactions;

    @Inject
    @Shared
    Clock clock;

    /**
     * Looks a key up, and claims it if it is new. A thread that has the claim defers the end of its transaction from then on.
     *
     * @param whose tenant, caller and contract: nobody else's key is this one
     * @param request what the request says, part by part
     * @throws Refusal {@link Reason#UNAVAILABLE}
     */
    public Taken take(String whose, String key, List<byte[]> request) {
        var id = hash.id(whose, key);
        var aes = hash.aes(whose, key);
        var lease = lease(hash.fingerprint(whose, key, request));
        Taken taken;
        try {
            taken = transactions.write(() -> claim(id, aes, lease));
        } catch (RuntimeException e) {
            if (!Violations.unique(e)) {
                throw e;
            }
            taken = transactions.write(() -> claim(id, aes, lease)); // another request was first at the same instant
        }
        if (taken instanceof Taken.Begun) {
            sweeper.now();
            transactions.defer();
        }
        return taken;
    }

    /**
     * Commits what the thread has done, with the answer.
     *
     * @param refused whether the answer says that nothing was done
     * @return false when somebody else has taken the claim over; nothing of this thread's is left then
     * @throws Refusal {@link Reason#UNAVAILABLE} when it cannot be committed
     */
    public boolean keep(Claim claim, boolean refused, Answer answer) {
        var text = answer.tooLarge() ? null : sealed.seal(claim.aes(), claim.id(), answer.encoded());
        return transactions.settle(refused, () -> records.answer(claim.id(), claim.lease(), text));
    }

    /**
     * Ends a request whose answer is not kept: the next one with its key is answered anew.
     *
     * @param commit whether what the thread has done stays; it does for a refusal that has changed something
     * @throws Refusal {@link Reason#UNAVAILABLE} when it cannot be committed
     */
    public void release(Claim claim, boolean commit) {
        try {
            if (commit) {
                transactions.settle(true, () -> true);
            }
        } finally {
            transactions.abandon();
            forget(claim);
        }
    }

    /** Takes back whatever is open on this thread. */
    public void end() {
        transactions.abandon();
    }

    private void forget(Claim claim) {
        try {
            transactions.run(() -> records.remove(claim.id(), claim.lease()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "a key stays claimed until its lease is over: {0}", e.getMessage());
        }
    }

    private Taken claim(String id, byte[] aes, Lease lease) {
        var row = records.byId(id).orElse(null);
        if (row == null) {
            records.add(id, lease);
            return new Taken.Begun(new Claim(id, lease.name(), aes));
        }
        if (!row.over(lease.now())) {
            if (!row.fingerprint().equals(lease.fingerprint())) {
                return new Taken.OfAnother();
            }
            if (row.done()) {
                return answered(row, id, aes);
            }
            if (row.running(lease.now())) {
                return new Taken.Running();
            }
        }
        return records.takeOver(id, row.lease(), lease)
                ? new Taken.Begun(new Claim(id, lease.name(), aes))
                : new Taken.Running();
    }

    private Taken answered(IdempotencyRecord row, String id, byte[] aes) {
        var text = row.sealedAnswer();
        return text == null
                ? new Taken.AnsweredAtLength()
                : new Taken.Answered(Answer.decoded(sealed.open(aes, id, text)));
    }

    private Lease lease(String fingerprint) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Lease(fingerprint, UUID.randomUUID().toString(), now, now.plus(LEASE), now.plus(KEPT));
    }
}
