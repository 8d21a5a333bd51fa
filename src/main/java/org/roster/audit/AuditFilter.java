package org.roster.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted; every member that is not null must match.
 *
 * @param subjectType the kind of thing that was changed
 * @param day the day on which it was, in UTC
 * @param access whether log-ins and what was refused are wanted too
 */
public record AuditFilter(
        @Nullable UUID subject,
        @Nullable String type,
        @Nullable String subjectType,
        @Nullable LocalDate day,
        boolean access) {

    public AuditFilter(@Nullable UUID subject, @Nullable String type) {
        this(subject, type, null, null, true);
    }

    /** What has changed about a subject. */
    public static AuditFilter changesOf(UUID subject, String subjectType) {
        return new AuditFilter(subject, null, subjectType, null, false);
    }

    public AuditFilter withSubjectType(@Nullable String wanted) {
        return new AuditFilter(subject, type, wanted, day, access);
    }

    public AuditFilter withDay(@Nullable LocalDate wanted) {
        return new AuditFilter(subject, type, subjectType, wanted, access);
    }
}
