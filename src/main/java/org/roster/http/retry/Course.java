package org.roster.http.retry;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.retry.Answer;
import org.roster.retry.Claim;

/** What becomes of a request that has asked for more than to be answered. It travels with the request. */
final class Course {

    /** The header of a request that may be sent twice. */
    static final String KEY = "Idempotency-Key";

    /** The parameter of a request that asks what would happen. */
    static final String DRY_RUN = "dry_run";

    /** The methods that a dry run makes sense for. */
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private static final String ATTRIBUTE = Course.class.getName();

    /** What is to be done with the answer. */
    enum Kind {
        /** It is sent as it is. */
        PLAIN,
        /** It is kept with the changes, then sent. */
        KEPT,
        /** One that was kept is sent in its place. */
        REPLAYED,
        /** It is told, and the changes are taken back. */
        REHEARSED
    }

    private Kind kind = Kind.PLAIN;
    private @Nullable Claim claim;
    private @Nullable Answer replay;

    /** Begins one for a request that may want it; null for all others, which cost two looks at their head. */
    static @Nullable Course begin(HttpServletRequest request) {
        var method = request.getMethod();
        var query = request.getQueryString();
        boolean keyed = method.equals("POST") && request.getHeader(KEY) != null;
        // Encoded, the name may be spelled otherwise: a dry run must not be done for real for that.
        boolean dry = query != null && (query.contains(DRY_RUN) || query.indexOf('%') >= 0) && WRITES.contains(method);
        if (!keyed && !dry) {
            return null;
        }
        var course = new Course();
        request.setAttribute(ATTRIBUTE, course);
        return course;
    }

    static @Nullable Course of(ServletRequest request) {
        return (Course) request.getAttribute(ATTRIBUTE);
    }

    Kind kind() {
        return kind;
    }

    void keep(Claim claimed) {
        kind = Kind.KEPT;
        claim = claimed;
    }

    void replay(Answer answer) {
        kind = Kind.REPLAYED;
        replay = answer;
    }

    /** Its claim was dealt with, so that nothing is left to do at the end. */
    void settled() {
        kind = Kind.PLAIN;
    }

    void rehearse() {
        kind = Kind.REHEARSED;
    }

    Claim claim() {
        if (claim == null) {
            throw new IllegalStateException("the request has no claim");
        }
        return claim;
    }

    Answer replay() {
        if (replay == null) {
            throw new IllegalStateException("there is no answer to repeat");
        }
        return replay;
    }
}
