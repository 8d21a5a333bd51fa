package org.roster.audit.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;

/** One walk along a chain: what is expected at each place, and what was found instead. */
final class ChainWalk {

    /** A trail that is wrong all over need not be listed row by row. */
    private static final int MOST = 200;

    /** Among how many rows that fit nowhere it is worth asking whether they have only changed places. */
    private static final int MOST_MOVED = 24;

    private final Function<Collection<UUID>, Set<UUID>> erasedAmong;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, Misfit> misfits = new LinkedHashMap<>();
    private final Map<Long, byte[]> ofPage = new HashMap<>();
    private long expected;
    private byte @Nullable [] previous;

    /** A row that does not fit at its place. */
    private record Misfit(long seq, byte[] previous, byte[] link, AuditRecord row) {}

    /**
     * @param previous the link before the first row, or null when it is not known
     * @param erasedAmong those of some people that the trail says were erased
     */
    ChainWalk(long first, byte @Nullable [] previous, Function<Collection<UUID>, Set<UUID>> erasedAmong) {
        this.expected = first;
        this.previous = previous;
        this.erasedAmong = erasedAmong;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    /** The trail begins behind a place; that is so when older rows were let go, and the trail says it. */
    void beginsBehind(long base, boolean accounted) {
        if (!accounted) {
            add(new Finding(
                    Finding.Kind.MISSING,
                    Math.min(expected, base),
                    base,
                    null,
                    "these rows are gone from the beginning"));
        }
        expected = base + 1;
    }

    void page(List<AuditLink> links, List<AuditRecord> events) {
        var byId = events.stream().collect(Collectors.toMap(AuditRecord::id, row -> row));
        var blotted = new HashSet<UUID>();
        events.forEach(row -> blotted.addAll(peopleTakenOut(row)));
        var erased = erasedAmong.apply(blotted);
        ofPage.clear();
        for (var link : links) {
            if (link.seq() > expected) {
                add(new Finding(Finding.Kind.MISSING, expected, link.seq() - 1, null, "these rows are gone"));
                previous = null;
            }
            look(link, byId.get(link.eventId()), erased);
            previous = link.link();
            ofPage.put(link.seq(), link.link());
            expected = link.seq() + 1;
        }
    }

    private void look(AuditLink link, @Nullable AuditRecord row, Set<UUID> erased) {
        if (row == null) {
            add(Finding.at(Finding.Kind.MISSING, link.seq(), link.eventId(), "the row is gone"));
            return;
        }
        if (!row.asCommitted()) {
            add(Finding.at(
                    Finding.Kind.EDITED, link.seq(), row.id(), "its values or its actor are not what they were"));
            return;
        }
        if (!erased.containsAll(peopleTakenOut(row))) {
            add(Finding.at(
                    Finding.Kind.BLOTTED, link.seq(), row.id(), "values were taken out, but nobody was erased for it"));
        }
        if (previous != null && !Arrays.equals(link.link(), ChainHash.link(previous, link.seq(), row))) {
            misfits.put(link.seq(), new Misfit(link.seq(), previous, link.link(), row));
        }
    }

    private static Set<UUID> peopleTakenOut(AuditRecord row) {
        var people = new HashSet<UUID>();
        if (row.actorErased()) {
            people.add(row.actorId());
        }
        if (row.valuesErased()) {
            people.add(row.subjectId());
        }
        return people;
    }

    void seals(List<AuditSeal> seals, SealKey key) {
        for (var seal : seals) {
            if (!key.good(seal)) {
                add(Finding.at(Finding.Kind.UNSEALED, seal.seq(), null, "its seal was not made by this Roster"));
            } else if (ofPage.containsKey(seal.seq())
                    && !Arrays.equals(ofPage.get(seal.seq()), seal.link())
                    && !misfits.containsKey(seal.seq())) {
                add(Finding.at(
                        Finding.Kind.REWRITTEN,
                        seal.seq(),
                        null,
                        "the rows up to here fit together, but are not those that were sealed"));
            }
        }
    }

    /** Says of each row that fits nowhere whether it has changed places or was edited. */
    void moved() {
        var all = List.copyOf(misfits.values());
        for (var misfit : all) {
            var place = all.size() > MOST_MOVED ? null : placeOf(misfit, all);
            add(
                    place == null
                            ? Finding.at(
                                    Finding.Kind.EDITED,
                                    misfit.seq(),
                                    misfit.row().id(),
                                    "it is not the row that was sealed at this place")
                            : Finding.at(
                                    Finding.Kind.MOVED,
                                    misfit.seq(),
                                    misfit.row().id(),
                                    "it was sealed at place " + place));
        }
    }

    private @Nullable Long placeOf(Misfit row, List<Misfit> places) {
        for (var place : places) {
            for (var neighbour : places) {
                for (var before : List.of(place.previous(), neighbour.link(), neighbour.previous())) {
                    var link = ChainHash.link(before, place.seq(), row.row());
                    if (place.seq() != row.seq()
                            && (Arrays.equals(link, row.link()) || Arrays.equals(link, place.link()))) {
                        return place.seq();
                    }
                }
            }
        }
        return null;
    }

    /**
     * Compares where the walk ended with where the chain does.
     *
     * @param ends the last place that the chain and its seals speak of
     * @param sealed whether a good seal stands there
     */
    void end(long ends, boolean sealed) {
        if (expected <= ends) {
            add(new Finding(Finding.Kind.TRUNCATED, expected, ends, null, "these rows are gone from the end"));
        } else if (ends > 0 && !sealed && findings.stream().noneMatch(found -> found.through() == ends)) {
            add(Finding.at(Finding.Kind.UNSEALED, ends, null, "the end of the chain has no good seal"));
        }
    }

    void added(AuditRecord row) {
        add(Finding.at(Finding.Kind.ADDED, 0, row.id(), "the row has no place in the chain and waits for none"));
    }
}
