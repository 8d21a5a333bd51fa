package org.roster.contract.roster.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.webhook.DeliveryStatus;
import org.roster.webhook.WebhookDelivery;

/** A delivery as {@code /v1} shows it; the payload only where one delivery is read. */
@Schema(name = "WebhookDelivery")
public record WebhookDeliveryBody(
        UUID id,
        UUID endpoint,

        @Schema(description = "Id of the event, and the header `webhook-id`")
        UUID event,

        @Schema(examples = "user.created") String type,

        @Schema(description = "The id of what was changed; deliveries about one thing keep their order")
        UUID subject,

        DeliveryStatus status,

        @Schema(description = "How often it was tried since it was last put into the queue")
        int attempts,

        @Schema(description = "Null once it is delivered or given up") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "The HTTP status of the last answer", examples = "200") @Nullable
        Integer lastStatus,

        @Schema(
                description = "Why the last try failed: `status`, `redirect`, `gone`, `timeout`, `refused`, `tls`,"
                        + " `unresolvable`, `forbidden_address`, `protocol`, `broken`, `event_gone` or `not_made`")
        @Nullable
        String lastError,

        Instant createdAt,
        @Nullable Instant deliveredAt,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The body as it would be sent now; only for who may read events")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonRawValue
        @Nullable
        String payload) {

    static WebhookDeliveryBody of(WebhookDelivery delivery) {
        return whole(delivery, null);
    }

    static WebhookDeliveryBody whole(WebhookDelivery delivery, @Nullable String payload) {
        return new WebhookDeliveryBody(
                delivery.id(),
                delivery.endpointId(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.subjectId(),
                delivery.status(),
                delivery.attempts(),
                delivery.nextAt(),
                delivery.lastStatus(),
                delivery.lastError(),
                delivery.createdAt(),
                delivery.deliveredAt(),
                payload);
    }
}
