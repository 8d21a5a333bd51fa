package org.roster.credential.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.system.SecretsKey;

/**
 * Names the rows that tries are counted in. Names and addresses become slots by a keyed hash: there are only so many, nobody
 * can tell from outside which share one, and the rows say nothing about who tried what from where.
 */
@ApplicationScoped
class Buckets {

    private static final int NAME_BITS = 17;
    private static final int ADDRESS_BITS = 20;
    private static final int LONGEST_NAME = 255;

    @Inject
    SecretsKey key;

    /** The account with this name; a name that is nobody's has a slot. */
    String account(Measure measure, UUID tenant, String name, @Nullable UUID user) {
        // Computed in any case, so that the time does not tell whether the name is somebody's (R31).
        var shared = "name-" + slot("account", tenant + " " + Names.fold(cut(name)), NAME_BITS);
        return measure.bucket(user == null ? shared : user.toString());
    }

    String user(Measure measure, UUID user) {
        return measure.bucket(user.toString());
    }

    String pin(UUID tenant, String who) {
        return Measure.PIN.bucket(String.valueOf(slot("pin", tenant + " " + cut(who), NAME_BITS)));
    }

    String client(String clientId, String network) {
        return Measure.CLIENT.bucket(String.valueOf(slot("client", cut(clientId) + ' ' + network, NAME_BITS)));
    }

    String address(String network) {
        return "address:" + slot("address", network, ADDRESS_BITS);
    }

    /** Those who ask for a token of an account, and for tokens from an address. */
    String asked(UUID tenant, String name, @Nullable UUID user) {
        var shared = "name-" + slot("asked", tenant + " " + Names.fold(cut(name)), NAME_BITS);
        return "asked:" + (user == null ? shared : user);
    }

    String askedFrom(String network) {
        return "asked-from:" + slot("asked from", network, ADDRESS_BITS);
    }

    /** Where a user has been, without saying where that is. */
    String place(UUID user, String network) {
        return HexFormat.of().formatHex(hash("place", user + " " + network));
    }

    private int slot(String purpose, String text, int bits) {
        return ByteBuffer.wrap(hash(purpose, text)).getInt() >>> (32 - bits);
    }

    private byte[] hash(String purpose, String text) {
        var message = (purpose + '\0' + text).getBytes(StandardCharsets.UTF_8);
        return SecretsKey.hmac(key.derive("wrong tries").getEncoded(), message);
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
