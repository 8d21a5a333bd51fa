package org.roster.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a try.
 *
 * @param status the HTTP status of the answer, if there was one; nothing else of an answer is kept
 * @param error why it failed, in one word; null when it did not
 * @param retryAfter how long the receiver asks to be left alone
 */
record Outcome(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;
    private static final String EVENT_GONE = "event_gone";

    static Outcome failed(String error) {
        return new Outcome(null, error, null);
    }

    /** What an answer means: anything but a 2xx is a failure, and nobody follows a redirection. */
    static Outcome answered(int status, @Nullable Duration retryAfter) {
        if (status >= 200 && status < 300) {
            return new Outcome(status, null, null);
        }
        var error = status >= 300 && status < 400 ? "redirect" : status == GONE ? "gone" : "status";
        return new Outcome(status, error, retryAfter);
    }

    boolean delivered() {
        return error == null;
    }

    /** There is nothing to send any more. */
    static Outcome eventGone() {
        return failed(EVENT_GONE);
    }

    /** Whether another try could not do better. */
    boolean hopeless() {
        return gone() || EVENT_GONE.equals(error);
    }

    /** Whether the receiver wants nothing more, ever. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
