package org.roster.contract.econtext.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.Field;
import org.roster.directory.application.ApplicationChange;

/** The body of {@code PUT /applications/application/{id}}; it is read as an {@link EcontextBody}. */
@Schema(name = "EcontextApplicationChange", description = "Any of these members.")
public record EcontextApplicationChange(
        String name,
        String description,

        @Schema(description = "Replaces what was there") @JsonProperty("custom_data")
        Map<String, Object> customData,

        @Schema(description = "ENABLED or DISABLED") String status,

        @Schema(description = "Passed over: access tokens are signed with Roster's own keys")
        @JsonProperty("jwt_secret")
        String jwtSecret) {

    static ApplicationChange read(EcontextBody body) {
        var change = new ApplicationChange()
                .name(body.newName())
                .description(body.field("description"))
                .customData(body.newCustomData());
        body.status(EcontextStatus.ENABLED, EcontextStatus.DISABLED)
                .ifPresent(word -> change.status(Field.of(EcontextNewApplication.status(word))));
        return change;
    }

    @Override
    public String toString() {
        return "EcontextApplicationChange[" + name + "]"; // never the secret
    }
}
