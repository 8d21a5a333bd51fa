package org.roster.contract.amani.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.webhook.IssuedEndpoint;
import org.roster.webhook.WebhookEndpoint;

/**
 * A webhook; times are seconds since 1970.
 *
 * @param secret only in the answer to its making
 */
@Schema(name = "AmaniWebhookEndpoint")
public record AmaniWebhookEndpoint(
        UUID id,

        @Schema(examples = "https://hooks.example.com/roster")
        String url,

        @Schema(examples = "[\"user.created\"]") @JsonProperty("enabled_events")
        List<String> enabledEvents,

        @JsonProperty("custom_headers") Map<String, String> customHeaders,

        Map<String, Object> metadata,

        @JsonProperty("is_active") boolean active,

        @JsonProperty("created_at") long createdAt,

        @Schema(description = "Shown once, when the webhook is made")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret) {

    static AmaniWebhookEndpoint of(IssuedEndpoint issued) {
        return of(issued.endpoint(), issued.secret());
    }

    static AmaniWebhookEndpoint of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    private static AmaniWebhookEndpoint of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new AmaniWebhookEndpoint(
                endpoint.id(),
                endpoint.url(),
                endpoint.events(),
                endpoint.headers(),
                endpoint.metadata(),
                endpoint.enabled(),
                endpoint.createdAt().getEpochSecond(),
                secret);
    }

    @Override
    public String toString() {
        return "AmaniWebhookEndpoint[" + id + "]"; // never the secret
    }
}
