package org.roster.contract.roster.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Given;
import org.roster.webhook.NewEndpoint;

/** The body of {@code POST /v1/webhook-endpoints}. */
@Schema(name = "NewWebhookEndpoint")
public record NewWebhookEndpointBody(
        @Schema(description = "Id or code of the tenant; only a platform caller may name another than its own")
        @Nullable
        String tenant,

        @Schema(
                required = true,
                description = "Begins with `https://`, on port 443 or 8443, and leads to a public address",
                examples = "https://hooks.example.com/roster")
        @NotNull
        @Size(max = 2048)
        String url,

        @Size(max = 1000) @Nullable String description,

        @Schema(
                required = true,
                description = "Names of events, all of one kind, or all: `user.created`, `user.*`, `*`",
                examples = "[\"user.*\", \"group.deleted\"]")
        @NotNull
        @Size(min = 1, max = 100)
        List<@Nullable String> events,

        @Schema(description = "At most ten, sent with each delivery and shown to readers: no place for credentials")
        @Nullable
        Map<String, String> headers,

        @Schema(description = "Whatever is to be kept with it") @Nullable
        Map<String, Object> metadata) {

    NewEndpoint toNewEndpoint(UUID tenantId) {
        return new NewEndpoint(
                tenantId,
                url,
                description,
                List.copyOf(Given.set("events", events)),
                Headers.given(headers),
                Given.map(metadata));
    }
}
