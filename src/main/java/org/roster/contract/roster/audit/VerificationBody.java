package org.roster.contract.roster.audit;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.audit.chain.Finding;
import org.roster.audit.chain.Verification;

/** What came of a verification. */
@Schema(name = "AuditVerification")
public record VerificationBody(
        boolean good,

        @Schema(description = "The first place that was looked at")
        long from,

        @Schema(description = "The last one") long through,

        @Schema(description = "Where to go on as `from`; null when the end was reached") @Nullable
        Long next,

        @Schema(description = "Events that have no place yet, as is so for a moment after each change")
        long waiting,

        List<FindingBody> findings) {

    /** Something that is wrong. */
    @Schema(name = "AuditFinding")
    public record FindingBody(
            Finding.Kind kind,

            @Schema(description = "The place, or the first of several; 0 for a row without one")
            long sequence,

            @Schema(description = "The last place of several, or the place itself")
            long through,

            @Nullable UUID event,
            String detail) {}

    static VerificationBody of(Verification verification) {
        return new VerificationBody(
                verification.good(),
                verification.from(),
                verification.through(),
                verification.next(),
                verification.waiting(),
                verification.findings().stream()
                        .map(found -> new FindingBody(
                                found.kind(), found.seq(), found.through(), found.event(), found.detail()))
                        .toList());
    }
}
