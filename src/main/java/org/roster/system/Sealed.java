package org.roster.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what must rest in a row but never in clear: AES-256-GCM, bound to the name of what it belongs to. */
@ApplicationScoped
public class Sealed {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    @Inject
    SecretsKey key;

    /** @param name what the text belongs to; only under the same name it opens again */
    public String seal(String name, byte[] plain) {
        return seal(ofColumns(), name, plain);
    }

    /** The same with another key than that of all sealed columns; it has 32 bytes. */
    public String seal(byte[] aes, String name, byte[] plain) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, aes, name, iv).doFinal(plain);
            var all = ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed);
            return Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another {@code ROSTER_SECRETS_KEY} */
    public byte[] open(String name, String text) {
        return open(ofColumns(), name, text);
    }

    /** The same for what was sealed with this key. */
    public byte[] open(byte[] aes, String name, String text) {
        var all = Base64.getDecoder().decode(text);
        var iv = Arrays.copyOf(all, IV_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, aes, name, iv).doFinal(all, IV_BYTES, all.length - IV_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the database was written with another ROSTER_SECRETS_KEY than the one that this Roster has", e);
        }
    }

    private byte[] ofColumns() {
        return key.derive("sealed columns").getEncoded();
    }

    private static Cipher cipher(int mode, byte[] aes, String name, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(aes, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
