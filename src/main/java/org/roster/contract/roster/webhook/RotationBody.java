package org.roster.contract.roster.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.webhook.WebhookService;

/** The body of {@code POST /v1/webhook-endpoints/{id}/rotate-secret}, which may be left out. */
@Schema(name = "WebhookSecretRotation")
public record RotationBody(
        @Schema(description = "For how many hours the present secret signs too; 24 unless given", examples = "24")
        @Min(0)
        @Max(168)
        @Nullable
        Integer overlapHours) {

    static Duration overlap(@Nullable RotationBody body) {
        return body == null || body.overlapHours() == null
                ? WebhookService.OVERLAP
                : Duration.ofHours(body.overlapHours());
    }
}
