package org.roster.contract.roster.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Page;
import org.roster.webhook.WebhookEndpoint;

/** A page of endpoints. */
@Schema(name = "WebhookEndpointPage")
public record WebhookEndpointPage(
        List<WebhookEndpointBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static WebhookEndpointPage of(Page<WebhookEndpoint> page) {
        return new WebhookEndpointPage(
                page.items().stream().map(WebhookEndpointBody::of).toList(), page.next());
    }
}
