package org.roster.contract.roster.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.audit.chain.ChainHash;
import org.roster.audit.chain.ChainedEvent;
import org.roster.http.Json;

/** A row of the trail with all that its link is made of. */
@Schema(name = "ExportedEvent")
public record ExportedEventBody(
        long seq,
        UUID tenant,
        UUID id,

        @Schema(description = "UTC with six digits after the second", examples = "2026-11-24T12:00:00.123456Z")
        String at,

        String type,
        String subjectType,
        UUID subject,
        String actorKind,
        UUID actor,
        String actorName,
        String contract,
        String requestId,

        @Schema(description = "JSON text, byte for byte as it was when the row was written") @Nullable
        String before,

        @Nullable String after,

        @Schema(description = "64 hexadecimal digits; zeros in place of the half of what was erased")
        String salt,

        String actorDigest,
        String valuesDigest,
        String link) {

    static String lines(List<ChainedEvent> rows) {
        return rows.stream().map(row -> line(of(row))).collect(Collectors.joining());
    }

    private static String line(ExportedEventBody row) {
        try {
            return Json.MAPPER.writeValueAsString(row) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values only", e);
        }
    }

    private static ExportedEventBody of(ChainedEvent placed) {
        var row = placed.event();
        var hex = HexFormat.of();
        var salt = row.salt();
        return new ExportedEventBody(
                placed.seq(),
                row.tenantId(),
                row.id(),
                ChainHash.time(row),
                row.type(),
                row.subjectType(),
                row.subjectId(),
                row.actorKind(),
                row.actorId(),
                row.actorName(),
                row.contract(),
                row.requestId(),
                row.before(),
                row.after(),
                salt == null ? "" : hex.formatHex(salt),
                hex.formatHex(row.actorDigest()),
                hex.formatHex(row.valuesDigest()),
                hex.formatHex(placed.link()));
    }
}
