package org.roster.audit.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about the trail that is not as it was sealed.
 *
 * @param seq the place, or the first of several
 * @param through the last place of several, or the place itself
 * @param event the id of the event that is meant, if one is left
 * @param detail what is wrong, in a sentence
 */
public record Finding(
        Kind kind, long seq, long through, @Nullable UUID event, String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** A row says something else than it did. */
        EDITED,
        /** A row stands at another place than it did. */
        MOVED,
        /** Rows are gone from the midst. */
        MISSING,
        /** Rows are gone from the end. */
        TRUNCATED,
        /** Rows fit together, but are not those that were sealed, or that a checkpoint speaks of. */
        REWRITTEN,
        /** The end of the chain has no good seal. */
        UNSEALED,
        /** A row that was added behind the chain's back. */
        ADDED,
        /** What a row told of a person was taken out, and no erasure accounts for it. */
        BLOTTED
    }

    static Finding at(Kind kind, long seq, @Nullable UUID event, String detail) {
        return new Finding(kind, seq, seq, event, detail);
    }
}
