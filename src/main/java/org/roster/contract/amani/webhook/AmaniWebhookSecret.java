package org.roster.contract.amani.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.webhook.IssuedEndpoint;
import org.roster.webhook.WebhookEndpoint;

/**
 * What is told of a webhook's secret.
 *
 * @param secret only in the answer to its making
 * @param hint its last characters
 */
@Schema(name = "AmaniWebhookSecret")
public record AmaniWebhookSecret(
        @Schema(description = "Null but in the answer that made it", nullable = true) @Nullable
        String secret,

        @Schema(examples = "b7oD") String hint,

        @Schema(description = "Seconds since 1970") @JsonProperty("created_at")
        long createdAt) {

    static AmaniWebhookSecret of(IssuedEndpoint issued) {
        return of(issued.endpoint(), issued.secret());
    }

    static AmaniWebhookSecret of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    private static AmaniWebhookSecret of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new AmaniWebhookSecret(
                secret, endpoint.hint(), endpoint.secretMadeAt().getEpochSecond());
    }

    @Override
    public String toString() {
        return "AmaniWebhookSecret[" + hint + "]"; // never the secret
    }
}
