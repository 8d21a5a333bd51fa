package org.roster.contract.ecosys;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the original says at every address where it has nothing else to say. */
@Schema(name = "EcosysStatus")
public record EcosysStatus(
        @Schema(examples = "EcosysOAuthServer") @JsonProperty("Application")
        String application,

        @Schema(examples = "Running") String status) {

    static final EcosysStatus RUNNING = new EcosysStatus("EcosysOAuthServer", "Running");
}
