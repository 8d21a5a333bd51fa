package org.roster.contract.roster.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Page;
import org.roster.webhook.WebhookDelivery;

/** A page of deliveries. */
@Schema(name = "WebhookDeliveryPage")
public record WebhookDeliveryPage(
        List<WebhookDeliveryBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static WebhookDeliveryPage of(Page<WebhookDelivery> page) {
        return new WebhookDeliveryPage(
                page.items().stream().map(WebhookDeliveryBody::of).toList(), page.next());
    }
}
