package org.roster.contract.roster.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.audit.chain.ChainedEvent;

/** An event with its place. */
@Schema(
        name = "PlacedEvent",
        allOf = {EventBody.class})
public record PlacedEventBody(
        @Schema(
                description = "Its place in the tenant's sequence: from one, without gaps, the same for ever",
                examples = "42")
        long sequence,

        @JsonUnwrapped EventBody event) {

    static PlacedEventBody of(ChainedEvent placed) {
        return new PlacedEventBody(placed.seq(), EventBody.of(placed.event()));
    }
}
