package org.roster.contract.urac;

/**
 * A good answer.
 *
 * @param result always true
 * @param data what was asked for
 */
public record UracReply<T>(boolean result, T data) {

    public static <T> UracReply<T> of(T data) {
        return new UracReply<>(true, data);
    }

    /** The answer of those endpoints that have nothing to say but that it was done. */
    public static UracReply<Boolean> done() {
        return of(true);
    }
}
