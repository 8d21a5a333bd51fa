package org.roster.contract.roster.retry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditTrail;
import org.roster.contract.roster.audit.EventBody;
import org.roster.event.Consequence;
import org.roster.http.Json;
import org.roster.http.Rehearsal;

/**
 * What a write with {@code dry_run=true} would have done and been answered. Nothing of it has happened: ids and times will be
 * others, and secrets that would have been drawn are null.
 */
@Schema(name = "DryRun")
public record DryRunBody(
        @Schema(description = "Always true") boolean dryRun,

        @Schema(description = "The status of the answer", examples = "201")
        int status,

        @Schema(description = "Its `Location` and `ETag`, where it would have them")
        Map<String, String> headers,

        @Schema(type = SchemaType.OBJECT, description = "Its body; null if it would have none. Secrets are null")
        @JsonInclude
        @Nullable
        JsonNode body,

        @Schema(description = "The events, as `/v1/events` would show them")
        List<EventBody> events,

        @Schema(description = "The mails that would be sent")
        List<DryMail> mails,

        @Schema(description = "The deliveries that would be made to webhooks")
        List<DryDelivery> webhookDeliveries) {

    /** Members of answers that are shown once, and would be of no use here. */
    private static final Set<String> SECRETS =
            Set.of("secret", "key", "clientSecret", "token", "uri", "picture", "recoveryCodes", "link");

    /** A mail that would be sent. */
    @Schema(name = "DryRunMail")
    public record DryMail(String to, String kind, String locale, String subject) {

        static DryMail of(Consequence mail) {
            var facts = mail.facts();
            return new DryMail(
                    String.valueOf(facts.get("to")),
                    String.valueOf(facts.get("kind")),
                    String.valueOf(facts.get("locale")),
                    String.valueOf(facts.get("subject")));
        }
    }

    /** A delivery that would be made. */
    @Schema(name = "DryRunDelivery")
    public record DryDelivery(String endpoint, String url, String type, String subject) {

        static DryDelivery of(Consequence delivery) {
            var facts = delivery.facts();
            return new DryDelivery(
                    String.valueOf(facts.get("endpoint")),
                    String.valueOf(facts.get("url")),
                    String.valueOf(facts.get("type")),
                    String.valueOf(facts.get("subject")));
        }
    }

    public static DryRunBody of(Rehearsal rehearsal) {
        return new DryRunBody(
                true,
                rehearsal.status(),
                rehearsal.headers(),
                body(rehearsal.body()),
                rehearsal.changes().stream()
                        .map(change -> EventBody.of(AuditTrail.row(change)))
                        .toList(),
                of(rehearsal, Consequence.MAIL).stream().map(DryMail::of).toList(),
                of(rehearsal, Consequence.WEBHOOK_DELIVERY).stream()
                        .map(DryDelivery::of)
                        .toList());
    }

    private static List<Consequence> of(Rehearsal rehearsal, String kind) {
        return rehearsal.consequences().stream()
                .filter(one -> one.kind().equals(kind))
                .toList();
    }

    private static @Nullable JsonNode body(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        try {
            var tree = Json.MAPPER.readTree(bytes);
            blank(tree);
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void blank(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                // The key of a new user is an object, whose own members are the secrets.
                if (SECRETS.contains(member.getKey()) && !member.getValue().isObject()) {
                    member.setValue(NullNode.instance);
                }
            });
        }
        node.forEach(DryRunBody::blank);
    }

    @Override
    public String toString() {
        return "DryRunBody[" + status + "]";
    }
}
