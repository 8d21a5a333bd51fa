package org.roster.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Refusal;

/**
 * Makes and checks password hashes: Argon2id with OWASP's parameters, at most as many at once as there are processors.
 * A password is normalised to NFKC (NIST SP 800-63B-4) and otherwise taken exactly as it comes: never trimmed, folded
 * or cut.
 */
@ApplicationScoped
public class Passwords {

    /** No password is longer, so that nobody can make Roster digest a megabyte. */
    public static final int MAX_LENGTH = 256;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Argon2id portable = new PortableArgon2id();

    @Inject
    HashSettings settings;

    @Inject
    HashGate gate;

    private Argon2id argon = portable;
    private String nobody = "";

    @PostConstruct
    void load() {
        argon = NativeArgon2id.load().orElse(portable);
        nobody = argon("nobody has this password", settings.memoryKib(), settings.iterations());
    }

    /** Which implementation of Argon2id is in use. */
    public String implementation() {
        return argon.implementation();
    }

    /**
     * Hashes a password; takes about 20 ms of a processor.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#OVERLOADED} when too many wait already
     */
    public String hash(String password) {
        return hash(password, () -> {});
    }

    /**
     * The same, with checks before it that take a processor's time themselves and so belong to the same turn.
     *
     * @throws Refusal as the checks do, and {@link org.roster.refusal.Reason#OVERLOADED} when too many wait already
     */
    public String hash(String password, Runnable checks) {
        return gate.pass(() -> {
            checks.run();
            return argon(password, settings.memoryKib(), settings.iterations());
        });
    }

    /**
     * Whether this is the password of that hash. Without a hash it works as long as with one and says no, so that an
     * answer's time does not tell whether a user exists.
     */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > MAX_LENGTH) {
            return false;
        }
        var stored = PasswordHash.parse(hash == null ? nobody : hash);
        return gate.pass(() -> stored.filter(known -> verify(password, known)).isPresent()) && hash != null;
    }

    /** Whether a hash made elsewhere can be taken over. */
    public boolean known(String hash) {
        return hash.length() <= 255 && PasswordHash.parse(hash).isPresent();
    }

    /** Whether a hash is not the one that would be made today, so that the next log-in should replace it. */
    public boolean outdated(String hash) {
        return PasswordHash.parse(hash)
                .filter(known -> known instanceof PasswordHash.Argon argon
                        && argon.memoryKib() == settings.memoryKib()
                        && argon.iterations() == settings.iterations()
                        && argon.parallelism() == 1)
                .isEmpty();
    }

    private String argon(String password, int memoryKib, int iterations) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var bytes = bytes(password);
        try {
            var hash = argon.hash(bytes, salt, memoryKib, iterations, 1, HASH_BYTES);
            return new PasswordHash.Argon(memoryKib, iterations, 1, salt, hash).text();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private boolean verify(String password, PasswordHash stored) {
        var bytes = bytes(password);
        try {
            if (stored instanceof PasswordHash.Argon known) {
                return MessageDigest.isEqual(again(bytes, known), known.hash());
            }
            if (stored instanceof PasswordHash.Bcrypt known) {
                return OpenBSDBCrypt.checkPassword(known.text(), bytes);
            }
            var known = (PasswordHash.Pbkdf2) stored;
            return MessageDigest.isEqual(pbkdf2(password, known), known.hash());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] again(byte[] password, PasswordHash.Argon known) {
        boolean taken = argon.takes(known.salt().length, known.memoryKib(), known.iterations(), known.parallelism());
        return (taken ? argon : portable)
                .hash(
                        password,
                        known.salt(),
                        known.memoryKib(),
                        known.iterations(),
                        known.parallelism(),
                        known.hash().length);
    }

    private static byte[] pbkdf2(String password, PasswordHash.Pbkdf2 known) {
        var algorithm = known.digest().equals("sha256") ? "PBKDF2WithHmacSHA256" : "PBKDF2WithHmacSHA512";
        var key = new PBEKeySpec(
                normalised(password).toCharArray(), known.salt(), known.iterations(), known.hash().length * 8);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is part of the Java platform", e);
        } finally {
            key.clearPassword();
        }
    }

    private static byte[] bytes(String password) {
        return normalised(password).getBytes(StandardCharsets.UTF_8);
    }

    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
