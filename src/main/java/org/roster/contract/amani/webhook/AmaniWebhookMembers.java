package org.roster.contract.amani.webhook;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniText;
import org.roster.directory.Field;
import org.roster.webhook.EndpointChange;
import org.roster.webhook.EndpointStatus;
import org.roster.webhook.NewEndpoint;

/** What a body says of a webhook, as far as it says anything. */
record AmaniWebhookMembers(
        Field<String> url,
        Field<List<String>> events,
        Field<Map<String, String>> headers,
        Field<Map<String, Object>> metadata,
        Field<EndpointStatus> status) {

    static final String URL = "url";
    static final String EVENTS = "enabled_events";

    private static final String HEADERS = "custom_headers";
    private static final AmaniText ADDRESS = AmaniText.upTo(2048);

    static AmaniWebhookMembers of(AmaniBody body) {
        return new AmaniWebhookMembers(
                body.text(URL, ADDRESS),
                body.texts(EVENTS).map(names -> List.copyOf(new LinkedHashSet<>(names))),
                headers(body),
                body.object("metadata"),
                body.flag("is_active").map(active -> active ? EndpointStatus.ENABLED : EndpointStatus.DISABLED));
    }

    private static Field<Map<String, String>> headers(AmaniBody body) {
        return body.object(HEADERS).map(given -> {
            var headers = new LinkedHashMap<String, String>();
            given.forEach((name, value) -> {
                if (value instanceof String text) {
                    headers.put(name, text);
                } else {
                    body.refuse(HEADERS, "Not a valid string.");
                }
            });
            return headers;
        });
    }

    NewEndpoint toNewEndpoint(UUID tenant) {
        return new NewEndpoint(
                tenant,
                url.orElse(""),
                null,
                events.orElse(List.of()),
                headers.orElse(Map.of()),
                metadata.orElse(Map.of()));
    }

    EndpointChange toChange() {
        return new EndpointChange(url, Field.absent(), status, events, headers, metadata);
    }
}
