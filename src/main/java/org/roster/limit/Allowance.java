package org.roster.limit;

import org.roster.refusal.Refusal;

/**
 * What is left to somebody after a request, in the terms of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param policy the name of the limit
 * @param quota how many requests it allows within its window
 * @param window its length in seconds
 * @param granted whether the request was one of those
 * @param remaining how many more may come now
 * @param seconds after which the whole quota is there again; for one that was not granted, after which the next one is
 */
public record Allowance(String policy, int quota, int window, boolean granted, int remaining, int seconds) {

    /** For a request that was not granted. */
    public Refusal refusal() {
        return Refusal.limited("too many requests of one " + policy, seconds);
    }

    /** As an item of the field {@code RateLimit-Policy}. */
    public String policyItem() {
        return '"' + policy + "\";q=" + quota + ";w=" + window;
    }

    /** As an item of the field {@code RateLimit}. */
    public String item() {
        return '"' + policy + "\";r=" + remaining + ";t=" + seconds;
    }
}
