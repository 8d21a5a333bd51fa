package org.roster.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change brings about outside the directory once it is committed: a mail, a delivery to a webhook.
 *
 * @param kind what sort it is, such as {@link #MAIL}
 * @param facts plain values, without secrets
 */
public record Consequence(String kind, Map<String, @Nullable Object> facts) {

    public static final String MAIL = "mail";
    public static final String WEBHOOK_DELIVERY = "webhookDelivery";
}
