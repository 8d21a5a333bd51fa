package org.roster.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Something that went wrong with a request, before a contract has put it into words.
 *
 * @param kind what sort of failure it is
 * @param reason the directory's reason, for {@link Kind#REFUSED}; null otherwise
 * @param subject the field, parameter, scope or method at fault, or null
 * @param detail one English sentence for the caller, without internals
 * @param violations the broken constraints, for {@link Kind#INVALID}
 * @param retryAfter after how many seconds to try again; 0 where that does not apply
 * @param authorization whether the request carried an {@code Authorization} header
 */
public record Failure(
        Kind kind,
        @Nullable Reason reason,
        @Nullable String subject,
        String detail,
        List<Violation> violations,
        int retryAfter,
        boolean authorization) {

    /** The sorts of failure. A contract words each by an exhaustive switch. */
    public enum Kind {
        /** The directory said no; the reason says why. */
        REFUSED,
        /** No credential where one is needed. */
        CREDENTIAL_MISSING,
        /** A credential that is unknown, wrong, expired or of someone out of use. */
        CREDENTIAL_INVALID,
        /** An access token that was taken back. */
        CREDENTIAL_REVOKED,
        /** A token for the first step of a log-in whose second step is still to be taken. */
        SECOND_STEP_MISSING,
        /** A good credential that does not hold the needed scope, which is the subject. */
        SCOPE_MISSING,
        /** A body that is not JSON, or not of the right types. */
        MALFORMED,
        /** Members or parameters that break a constraint. */
        INVALID,
        /** No such path. */
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        NOT_ACCEPTABLE,
        UNSUPPORTED_MEDIA_TYPE,
        /** The body is larger than the limit. */
        TOO_LARGE,
        /** The address is longer than the limit. */
        URI_TOO_LONG,
        /** The header is larger than the limit. */
        HEADERS_TOO_LARGE,
        /** The body did not arrive in time. */
        TOO_SLOW,
        /** The first request with this {@code Idempotency-Key} is still being answered, or its answer is not kept. */
        KEY_IN_USE,
        /** The {@code Idempotency-Key} came with another request before. */
        KEY_REUSED,
        /** Too many requests or wrong tries of one caller. */
        RATE_LIMITED,
        /** More work than can be done now. */
        OVERLOADED,
        /** A fault of Roster's own. */
        UNEXPECTED
    }

    /** A broken constraint: which member, and what must hold. */
    public record Violation(String field, String message) {}

    public static Failure of(Kind kind, String detail) {
        return new Failure(kind, null, null, detail, List.of(), 0, false);
    }

    public static Failure of(Kind kind, String subject, String detail) {
        return new Failure(kind, null, subject, detail, List.of(), 0, false);
    }

    public static Failure invalid(List<Violation> violations) {
        return new Failure(
                Kind.INVALID, null, violations.get(0).field(), violations.get(0).message(), violations, 0, false);
    }

    public static Failure of(Refusal refusal) {
        return switch (refusal.reason()) {
            case OVERLOADED -> new Failure(Kind.OVERLOADED, null, null, refusal.detail(), List.of(), 1, false);
            case RATE_LIMITED ->
                new Failure(Kind.RATE_LIMITED, null, null, refusal.detail(), List.of(), refusal.retryAfter(), false);
            case UNAVAILABLE -> new Failure(Kind.OVERLOADED, null, null, refusal.detail(), List.of(), 5, false);
            default ->
                new Failure(Kind.REFUSED, refusal.reason(), refusal.subject(), refusal.detail(), List.of(), 0, false);
        };
    }

    /** The same failure, with the note that the request carried an {@code Authorization} header. */
    public Failure withAuthorization(boolean carried) {
        return new Failure(kind, reason, subject, detail, violations, retryAfter, carried);
    }
}
