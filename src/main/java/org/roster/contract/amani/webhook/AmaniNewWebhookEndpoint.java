package org.roster.contract.amani.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /webhook_endpoint} and of a change, as the published document shows it. */
@Schema(name = "AmaniNewWebhookEndpoint")
public record AmaniNewWebhookEndpoint(
        @Schema(required = true, maxLength = 2048, examples = "https://hooks.example.com/roster")
        String url,

        @Schema(required = true, examples = "[\"user.created\", \"group.*\"]") @JsonProperty("enabled_events")
        List<String> enabledEvents,

        @Schema(examples = "{\"X-Shop\": \"7\"}") @JsonProperty("custom_headers")
        Map<String, String> customHeaders,

        Map<String, Object> metadata,

        @JsonProperty("is_active") boolean active) {}
