package org.roster.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.roster.audit.AuditRecord;

/**
 * How a row is tied to those before it. The formula has no secret in it, so that anybody who holds the rows can follow the
 * chain; {@code docs/audit.md} publishes it, and a program that stands alone computes the same.
 */
public final class ChainHash {

    private static final String LINK = "roster-audit-1";
    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ChainHash() {}

    /** What comes before the first link: 32 zero bytes. */
    public static byte[] origin() {
        return new byte[32];
    }

    /** The link of a row at its place: SHA-256 over the link before and the row's members, a line each. */
    public static byte[] link(byte[] previous, long seq, AuditRecord row) {
        var lines = List.of(
                LINK,
                HEX.formatHex(previous),
                Long.toString(seq),
                row.tenantId().toString(),
                row.id().toString(),
                time(row),
                row.type(),
                row.subjectType(),
                row.subjectId().toString(),
                row.actorKind(),
                row.actorId().toString(),
                row.contract(),
                row.requestId(),
                HEX.formatHex(row.actorDigest()),
                HEX.formatHex(row.valuesDigest()));
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** The moment of a row in the one form that the chain knows: UTC with six digits after the second. */
    public static String time(AuditRecord row) {
        return MICROSECONDS.format(row.at());
    }

    /** What a seal's keyed hash is made of. */
    static byte[] sealed(UUID tenant, long seq, byte[] link) {
        return String.join("\n", "roster-audit-seal-1", tenant.toString(), Long.toString(seq), HEX.formatHex(link))
                .getBytes(StandardCharsets.UTF_8);
    }
}
