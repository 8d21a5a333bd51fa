package org.roster.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Refusal;

/**
 * Follows a tenant's chain and names each row that is not what was sealed. Whoever can write to the database but does not
 * have Roster's secret key cannot make a changed trail look whole; a trail that was cut back to an older state looks whole to
 * all but a checkpoint that was kept elsewhere.
 */
@ApplicationScoped
public class AuditVerifier {

    /** The most rows that one call looks at. */
    public static final int MOST = 100_000;

    private static final int PAGE = 500;

    @Inject
    ChainRepository chains;

    @Inject
    SealKey key;

    /**
     * Looks at a stretch of a tenant's trail, and at its end if the stretch reaches it.
     *
     * @param from the first place, from one; null for the first that is kept
     * @param limit how many places at most, up to {@link #MOST}
     * @param checkpoint how the chain ended earlier, or null
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for another tenant's checkpoint
     */
    public Verification verify(UUID tenant, @Nullable Long from, int limit, @Nullable Checkpoint checkpoint) {
        if (checkpoint != null && !checkpoint.tenant().equals(tenant)) {
            throw Refusal.invalid("checkpoint", "is another tenant's");
        }
        // In this order: a batch that comes in between is not looked at, rather than taken for a fault.
        var newest = chains.lastSeal(tenant).orElse(null);
        long head = chains.head(tenant);
        long ends = Math.max(head, newest == null ? 0 : newest.seq());
        long base = chains.base(tenant);
        long first = from == null ? base + 1 : from;
        var walk = new ChainWalk(first, before(tenant, first, base), chains::erased);
        if (base > 0 && first <= base + 1) {
            walk.beginsBehind(base, chains.pruned(tenant, base));
        }
        long next = walk(walk, tenant, Math.max(first, base + 1), limit, ends);
        walk.moved();
        if (checkpoint != null) {
            compare(walk, tenant, base, checkpoint);
        }
        if (next > ends) {
            var last = ends == 0
                    ? null
                    : chains.seals(tenant, ends, ends).stream().findFirst().orElse(null);
            walk.end(ends, head == ends && last != null && key.good(last));
            beyond(walk, tenant, head, ends);
        }
        return new Verification(
                first,
                Math.min(next - 1, ends),
                next > ends ? null : next,
                chains.countPending(tenant),
                walk.findings());
    }

    /** Walks over at most so many places, and says where to go on. */
    private long walk(ChainWalk walk, UUID tenant, long from, int limit, long ends) {
        long next = from;
        long stop = Math.min(from + limit - 1, ends);
        while (next <= stop) {
            long through = Math.min(next + PAGE - 1, stop);
            var links = chains.links(tenant, next, through);
            walk.page(
                    links,
                    chains.events(tenant, links.stream().map(AuditLink::eventId).toList()));
            walk.seals(chains.seals(tenant, next, through), key);
            next = through + 1;
        }
        return next;
    }

    /** What stands behind the end: places that no batch has given, and rows that have no place and wait for none. */
    private void beyond(ChainWalk walk, UUID tenant, long head, long ends) {
        var more = chains.links(tenant, ends + 1, ends + PAGE);
        if (!more.isEmpty() && chains.head(tenant) == head) {
            more.forEach(link -> walk.add(Finding.at(
                    Finding.Kind.ADDED, link.seq(), link.eventId(), "it stands behind the end of the chain")));
        }
        chains.unlinked(tenant, 20).forEach(walk::added);
    }

    /** The link that the first row is tied to; null when it is not known any more. */
    private byte @Nullable [] before(UUID tenant, long first, long base) {
        if (first == 1) {
            return ChainHash.origin();
        }
        var link = chains.links(tenant, first - 1, first - 1).stream().findFirst();
        if (link.isPresent()) {
            return link.get().link();
        }
        long before = Math.max(first - 1, base);
        // Where older rows were let go, the seal of the last of them was kept.
        return chains.seals(tenant, before, before).stream()
                .filter(key::good)
                .map(AuditSeal::link)
                .findFirst()
                .orElse(null);
    }

    private void compare(ChainWalk walk, UUID tenant, long base, Checkpoint checkpoint) {
        if (checkpoint.seq() < base) {
            return; // of rows that were let go since
        }
        var link = checkpoint.seq() == base && base > 0
                ? chains.seals(tenant, base, base).stream().map(AuditSeal::link).findFirst()
                : chains.links(tenant, checkpoint.seq(), checkpoint.seq()).stream()
                        .map(AuditLink::link)
                        .findFirst();
        if (link.isEmpty()) {
            walk.add(Finding.at(
                    Finding.Kind.TRUNCATED, checkpoint.seq(), null, "the row that the checkpoint speaks of is gone"));
        } else if (!HexFormat.of().formatHex(link.get()).equals(checkpoint.link())) {
            walk.add(new Finding(
                    Finding.Kind.REWRITTEN,
                    base + 1,
                    checkpoint.seq(),
                    null,
                    "the trail up to here is another than the one that the checkpoint speaks of"));
        }
    }
}
