package org.roster.contract.roster.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.webhook.EndpointStatus;
import org.roster.webhook.IssuedEndpoint;
import org.roster.webhook.WebhookEndpoint;

/** An endpoint as {@code /v1} shows it. */
@Schema(name = "WebhookEndpoint")
public record WebhookEndpointBody(
        UUID id,

        @Schema(
                description = "Only in the answer that made it: what signatures are verified with",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret,

        UUID tenant,

        @Schema(examples = "https://hooks.example.com/roster")
        String url,

        @Nullable String description,
        EndpointStatus status,
        @Schema(examples = "[\"user.*\"]") List<String> events,

        @Schema(description = "Sent with each delivery") Map<String, String> headers,

        Map<String, Object> metadata,

        @Schema(description = "The last characters of the secret", examples = "b7oD")
        String hint,

        Instant secretMadeAt,

        @Schema(description = "Until when the secret of before signs too") @Nullable
        Instant previousSecretUntil,

        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Also the ETag") long version) {

    static WebhookEndpointBody of(IssuedEndpoint issued) {
        return of(issued.endpoint(), issued.secret());
    }

    static WebhookEndpointBody of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    private static WebhookEndpointBody of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new WebhookEndpointBody(
                endpoint.id(),
                secret,
                endpoint.tenantId(),
                endpoint.url(),
                endpoint.description(),
                endpoint.status(),
                endpoint.events(),
                endpoint.headers(),
                endpoint.metadata(),
                endpoint.hint(),
                endpoint.secretMadeAt(),
                endpoint.previousUntil(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                endpoint.version());
    }

    @Override
    public String toString() {
        return "WebhookEndpointBody[" + id + "]"; // never the secret
    }
}
