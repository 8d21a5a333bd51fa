package org.roster.contract.roster.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/applications/{id}/secret}. */
@Schema(name = "NewApplicationSecret")
public record NewSecretBody(
        @Schema(
                defaultValue = "86400",
                description = "How long the present secrets stay good; 0 ends them at once, 2592000 is the most")
        @Min(0)
        @Max(2592000)
        @Nullable
        Integer overlapSeconds) {

    private static final int ONE_DAY = 86400;

    Duration overlap() {
        return Duration.ofSeconds(Objects.requireNonNullElse(overlapSeconds, ONE_DAY));
    }
}
