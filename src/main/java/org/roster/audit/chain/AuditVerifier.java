package org.roster.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
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
        // The end first: what comes while we look is not missed, it is just not looked at.
        var end = chains.chain(tenant).orElse(null);
        var seal = chains.lastSeal(tenant).orElse(null);
        long base = chains.base(tenant);
        long first = from == null ? base + 1 : from;
        var walk = new ChainWalk(tenant, first, before(tenant, first, base), chains::erased);
        if (first <= base) {
            walk.gone(base, chains.pruned(tenant, base));
        } else if (first == base + 1 && base > 0 && !chains.pruned(tenant, base)) {
            walk.gone(base, false);
        }
        long next = Math.max(first, base + 1);
        long stop = next + limit;
        boolean ended = false;
        while (next < stop && !ended) {
            int size = (int) Math.min(PAGE, stop - next);
            var links = chains.links(tenant, next, size);
            walk.page(
                    links,
                    chains.events(tenant, links.stream().map(AuditLink::eventId).toList()));
            if (!links.isEmpty()) {
                long last = links.get(links.size() - 1).seq();
                walk.seals(chains.seals(tenant, next, last), key);
                next = last + 1;
            }
            ended = links.size() < size;
        }
        walk.moved();
        if (checkpoint != null) {
            compare(walk, tenant, base, checkpoint);
        }
        if (ended) {
            walk.end(end, seal, key);
            chains.unlinked(tenant, 20).forEach(walk::added);
        }
        return new Verification(first, next - 1, ended ? null : next, chains.countPending(tenant), walk.findings());
    }

    /** The link that the first row is tied to; null when it is not known any more. */
    private byte @Nullable [] before(UUID tenant, long first, long base) {
        if (first == 1) {
            return ChainHash.origin();
        }
        var links = chains.links(tenant, first - 1, 1);
        if (!links.isEmpty() && links.get(0).seq() == first - 1) {
            return links.get(0).link();
        }
        // Where older rows were let go, the seal of the last of them was kept.
        return chains.seals(tenant, Math.max(first - 1, base), Math.max(first - 1, base)).stream()
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
                : chains.links(tenant, checkpoint.seq(), 1).stream()
                        .filter(found -> found.seq() == checkpoint.seq())
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

    /** Rows behind a place in their order, for an export that can be verified elsewhere. */
    public List<ChainedEvent> rows(UUID tenant, long from, int limit) {
        return chains.after(tenant, from - 1, null, null, limit);
    }
}
