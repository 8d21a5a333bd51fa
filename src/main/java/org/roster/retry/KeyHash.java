package org.roster.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.roster.system.SecretsKey;

/**
 * What is kept in place of a client's key. All three are derived from Roster's own key and the client's (HKDF-Expand with
 * HMAC-SHA256, RFC 5869 section 2.3, one block each), so neither a copy of the database nor Roster's key alone says what the
 * request or its answer was.
 */
@ApplicationScoped
class KeyHash {

    @Inject
    SecretsKey roster;

    /** The id of the row of a key, which is another for everybody else. */
    String id(String whose, String key) {
        return HexFormat.of().formatHex(expand("row", whose + '\0' + key));
    }

    /** What the answer is encrypted with. */
    byte[] aes(String whose, String key) {
        return expand("answer", whose + '\0' + key);
    }

    /** What a request says. A plain hash of a body that holds a password could be tried against guesses. */
    String fingerprint(String whose, String key, List<byte[]> request) {
        var hash = expand("fingerprint", whose + '\0' + key);
        for (var part : request) {
            hash = SecretsKey.hmac(hash, part); // each part is bound to those before it
        }
        return HexFormat.of().formatHex(hash);
    }

    private byte[] expand(String purpose, String info) {
        var message = (purpose + '\0' + info + '\u0001').getBytes(StandardCharsets.UTF_8);
        return SecretsKey.hmac(roster.derive("idempotency keys").getEncoded(), message);
    }
}
