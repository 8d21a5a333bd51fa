package org.roster.contract.econtext.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextReply.EcontextResult;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.contract.econtext.EcontextTime;
import org.roster.directory.application.Application;

/** An application as this contract shows it. */
@Schema(name = "EcontextApplication")
public record EcontextApplication(
        @Schema(examples = "609543d6-1cca-4039-9c1a-c843bda15ba4")
        String id,

        @Schema(examples = "Test Application") String name,

        @Schema(examples = "Test application for use in this round of tests") @Nullable
        String description,

        @JsonProperty("custom_data") @Nullable Map<String, Object> customData,

        @Schema(examples = "ENABLED") String status,

        @Schema(examples = "2017-05-08 19:21:13.381000+00:00") @JsonProperty("created_at")
        String createdAt,

        @Schema(examples = "2017-05-08 19:21:13.381000+00:00") @JsonProperty("modified_at")
        String modifiedAt,

        String href) {

    public static EcontextApplication of(Application application, EcontextLinks links) {
        var data = application.customData();
        return new EcontextApplication(
                application.id().toString(),
                application.name(),
                application.description(),
                data.isEmpty() ? null : data,
                EcontextStatus.of(application.active()).name(),
                EcontextTime.of(application.createdAt()),
                EcontextTime.of(application.updatedAt()),
                links.application(application.id()));
    }

    /** One application under its name. */
    @Schema(name = "EcontextOneApplication")
    public record EcontextOneApplication(EcontextApplication application) {}

    /** All applications. */
    @Schema(name = "EcontextApplications")
    public record EcontextApplications(List<EcontextApplication> applications) {}

    /** The answer with all applications; it is streamed. */
    @Schema(name = "EcontextApplicationsReply")
    public record EcontextApplicationsReply(EcontextResult<EcontextApplications> econtext) {}
}
