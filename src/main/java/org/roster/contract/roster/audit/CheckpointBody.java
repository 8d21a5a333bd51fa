package org.roster.contract.roster.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.audit.chain.Checkpoint;

/** How a trail ends, signed. */
@Schema(name = "AuditCheckpoint")
public record CheckpointBody(
        UUID tenant,

        @Schema(description = "The last place") long sequence,

        @Schema(description = "The link of the last row, in hexadecimal digits")
        String link,

        Instant at,

        @Schema(description = "All of it as a signed text; this is what to keep")
        String checkpoint) {

    static CheckpointBody of(Checkpoint.Signed signed) {
        var checkpoint = signed.checkpoint();
        return new CheckpointBody(
                checkpoint.tenant(), checkpoint.seq(), checkpoint.link(), checkpoint.at(), signed.text());
    }
}
