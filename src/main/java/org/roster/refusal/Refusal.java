package org.roster.refusal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The directory's "no". It carries a reason, the field or thing it is about, and a sentence without secrets. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String subject;
    private final String detail;
    private final int retryAfter;

    /**
     * @param subject the name of the field or thing that is at fault, in the directory's words, or null
     * @param detail one English sentence for the caller; it must not hold a secret
     */
    public Refusal(Reason reason, @Nullable String subject, String detail) {
        this(reason, subject, detail, 0);
    }

    private Refusal(Reason reason, @Nullable String subject, String detail, int retryAfter) {
        // A refusal is an answer, not an accident: no stack trace is taken.
        super(reason + ": " + detail, null, false, false);
        this.reason = Objects.requireNonNull(reason);
        this.subject = subject;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** Too many tries; the next one is looked at after so many seconds. */
    public static Refusal limited(String detail, int retryAfter) {
        return new Refusal(Reason.RATE_LIMITED, null, detail, retryAfter);
    }

    /** A value of the wrong form. */
    public static Refusal invalid(String field, String detail) {
        return new Refusal(Reason.VALUE_INVALID, field, detail);
    }

    public Reason reason() {
        return reason;
    }

    public @Nullable String subject() {
        return subject;
    }

    public String detail() {
        return detail;
    }

    /** After how many seconds to try again; 0 where that does not apply. */
    public int retryAfter() {
        return retryAfter;
    }
}
