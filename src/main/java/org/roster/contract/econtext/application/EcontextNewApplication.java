package org.roster.contract.econtext.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.application.ApplicationStatus;
import org.roster.directory.application.NewApplication;

/** The body of {@code POST /applications/application}; it is read as an {@link EcontextBody}. */
@Schema(name = "EcontextNewApplication", requiredProperties = "name")
public record EcontextNewApplication(
        @Schema(examples = "Test Application") String name,

        @Schema(examples = "Test application for use in this round of tests")
        String description,

        @JsonProperty("custom_data") Map<String, Object> customData,

        @Schema(examples = "ENABLED", description = "ENABLED (if nothing is given) or DISABLED")
        String status,

        @Schema(description = "A UUID that the application has elsewhere and is to keep")
        String id,

        @Schema(description = "Passed over: access tokens are signed with Roster's own keys")
        @JsonProperty("jwt_secret")
        String jwtSecret) {

    /** It is no way into Roster: it may do nothing here, and has no secret. */
    static NewApplication read(EcontextBody body, UUID tenant) {
        return NewApplication.plain(tenant, body.name(), body.text("description"), body.customData())
                .withId(body.id())
                .withStatus(status(body));
    }

    private static ApplicationStatus status(EcontextBody body) {
        return body.status(EcontextStatus.ENABLED, EcontextStatus.DISABLED)
                .map(EcontextNewApplication::status)
                .orElse(ApplicationStatus.ACTIVE);
    }

    static ApplicationStatus status(EcontextStatus word) {
        return word == EcontextStatus.ENABLED ? ApplicationStatus.ACTIVE : ApplicationStatus.INACTIVE;
    }

    @Override
    public String toString() {
        return "EcontextNewApplication[" + name + "]"; // never the secret
    }
}
