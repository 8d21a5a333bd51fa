package org.roster.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.persistence.JsonConverter;

/**
 * What a receiver is told: the event as {@code /v1/events} shows it, in the envelope of Standard Webhooks. It is made when it
 * is sent, so that a person who was erased meanwhile is erased from it too.
 */
final class Payload {

    private Payload() {}

    static String of(AuditRecord event) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("type", event.type());
        envelope.put("timestamp", event.at().toString());
        envelope.put("data", data(event));
        return JsonConverter.write(envelope);
    }

    private static Map<String, @Nullable Object> data(AuditRecord event) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("id", event.id().toString());
        data.put("at", event.at().toString());
        data.put("type", event.type());
        data.put("subjectType", event.subjectType());
        data.put("subject", event.subject());
        var actor = new LinkedHashMap<String, Object>();
        actor.put("kind", event.actorKind());
        actor.put("id", event.actor());
        actor.put("name", event.actorName());
        data.put("actor", actor);
        data.put("contract", event.contract());
        data.put("requestId", event.requestId());
        data.put("before", event.before() == null ? null : JsonConverter.read(event.before()));
        data.put("after", event.after() == null ? null : JsonConverter.read(event.after()));
        return data;
    }
}
