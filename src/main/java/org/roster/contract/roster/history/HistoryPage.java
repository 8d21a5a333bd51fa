package org.roster.contract.roster.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Page;
import org.roster.http.Json;

/** A page of what happened to one user or group. */
@Schema(name = "HistoryPage")
public record HistoryPage(
        List<Entry> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    /** One event, a member at a time. */
    @Schema(name = "HistoryEntry")
    public record Entry(
            UUID event,
            Instant at,
            @Schema(examples = "user.updated") String type,

            @Schema(description = "Who did it: a client identifier, a user name or the id of an API key")
            String by,

            @Schema(description = "The contract through which it came", examples = "urac")
            String contract,

            String requestId,

            @Schema(description = "What it changed; empty for one that only happened")
            List<Change> changes) {}

    /** What one member was and became. */
    @Schema(name = "HistoryChange")
    public record Change(
            @Schema(examples = "givenName") String member,

            @Schema(implementation = Object.class, nullable = true) @JsonRawValue
            String before,

            @Schema(implementation = Object.class, nullable = true) @JsonRawValue
            String after) {}

    static HistoryPage of(Page<AuditRecord> page) {
        return new HistoryPage(page.items().stream().map(HistoryPage::entry).toList(), page.next());
    }

    private static Entry entry(AuditRecord row) {
        var before = tree(row.before());
        var after = tree(row.after());
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        var changes = new ArrayList<Change>();
        names.forEach(name -> changes.add(new Change(
                name,
                before.path(name).isMissingNode() ? "null" : before.get(name).toString(),
                after.path(name).isMissingNode() ? "null" : after.get(name).toString())));
        return new Entry(row.id(), row.at(), row.type(), row.actorName(), row.contract(), row.requestId(), changes);
    }

    private static JsonNode tree(@Nullable String text) {
        try {
            return text == null ? NullNode.instance : Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON column holds something else", e);
        }
    }
}
