package org.roster.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the trail commits itself to for its parts that may tell of a person. The chain is built over these digests,
 * so the parts can be taken out when a person is erased, and the chain stays whole. The salt goes with them: without it a
 * digest says nothing, not even to who guesses.
 */
final class Commitments {

    static final int SALT_BYTES = 32;

    private static final int HALF = SALT_BYTES / 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Commitments() {}

    static byte[] newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** SHA-256 of the salt's first half and the actor's name. */
    static byte[] ofActor(byte[] salt, String name) {
        var digest = sha256();
        digest.update(salt, 0, HALF);
        return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the salt's second half, the values before, a zero byte and the values after, as the JSON text they are. */
    static byte[] ofValues(byte[] salt, @Nullable String before, @Nullable String after) {
        var digest = sha256();
        digest.update(salt, HALF, HALF);
        digest.update(utf8(before));
        digest.update((byte) 0);
        return digest.digest(utf8(after));
    }

    /** The salt without the half of the actor's name. */
    static byte[] withoutActor(byte[] salt) {
        var left = salt.clone();
        Arrays.fill(left, 0, HALF, (byte) 0);
        return left;
    }

    /** The salt without the half of the values. */
    static byte[] withoutValues(byte[] salt) {
        var left = salt.clone();
        Arrays.fill(left, HALF, SALT_BYTES, (byte) 0);
        return left;
    }

    static boolean actorErased(byte[] salt) {
        return Arrays.equals(salt, 0, HALF, new byte[HALF], 0, HALF);
    }

    static boolean valuesErased(byte[] salt) {
        return Arrays.equals(salt, HALF, SALT_BYTES, new byte[HALF], 0, HALF);
    }

    private static byte[] utf8(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
