package org.roster.contract.econtext;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong, in the envelope of this contract. */
@Schema(name = "EcontextFailure")
public record EcontextFailure(EcontextFault econtext) {

    static EcontextFailure of(EcontextWords words, BigDecimal elapsed) {
        var status = words.status();
        return new EcontextFailure(new EcontextFault(
                Map.of(),
                elapsed,
                status.getStatusCode() + " " + status.getReasonPhrase(),
                words.title(),
                String.valueOf(status.getStatusCode()),
                words.description()));
    }

    /**
     * The members of a failure.
     *
     * @param result always empty
     * @param errorcode the status code as a text
     * @param traceback a sentence; the original puts its stack trace here for faults of its own, Roster never does
     */
    @Schema(name = "EcontextFault")
    public record EcontextFault(
            Map<String, Object> result,
            BigDecimal elapsed,
            String status,
            String error,
            String errorcode,
            String traceback) {}
}
