package org.roster.directory.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.SecretsKey;

/**
 * Page cursors: where the last page ended, under a keyed hash that binds it to the caller, the tenant and the query.
 * One that was edited, made up or taken from another query is refused.
 */
@ApplicationScoped
public class Cursors {

    private static final int MAC_BYTES = 16;
    private static final int MAX_LENGTH = 2048;
    private static final String SEPARATOR = "\u0000";

    @Inject
    SecretsKey key;

    /**
     * @param binding everything that the cursor is good for, as one text
     * @param position the values at which the page ended
     */
    public String encode(String binding, String... position) {
        var payload = String.join(SEPARATOR, position).getBytes(StandardCharsets.UTF_8);
        var cursor = ByteBuffer.allocate(MAC_BYTES + payload.length)
                .put(mac(binding, payload))
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** @throws Refusal {@link Reason#CURSOR_INVALID} */
    public List<String> decode(String binding, String cursor) {
        var bytes = bytes(cursor);
        if (bytes.length < MAC_BYTES) {
            throw invalid();
        }
        var payload = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac(binding, payload), Arrays.copyOf(bytes, MAC_BYTES))) {
            throw invalid();
        }
        return List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private static byte[] bytes(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw invalid();
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private byte[] mac(String binding, byte[] payload) {
        var bound = binding.getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(4 + bound.length + payload.length)
                .putInt(bound.length)
                .put(bound)
                .put(payload)
                .array();
        return Arrays.copyOf(SecretsKey.hmac(key.derive("page cursors").getEncoded(), message), MAC_BYTES);
    }

    private static Refusal invalid() {
        return new Refusal(Reason.CURSOR_INVALID, "cursor", "the cursor was not issued for this query");
    }
}
