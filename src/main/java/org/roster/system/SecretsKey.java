package org.roster.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The key above all others: it encrypts signing keys at rest and keys the hashes of random secrets. It comes from
 * {@code ROSTER_SECRETS_KEY}; without it a random one is kept in the data folder. Each use gets a key of its own,
 * derived by HKDF (RFC 5869), so that no two purposes share one.
 */
@ApplicationScoped
public class SecretsKey {

    private static final int MIN_LENGTH = 32;
    private static final String FILE = "secrets.key";

    private final ConcurrentHashMap<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

    @Inject
    @ConfigProperty(name = "ROSTER_SECRETS_KEY")
    Optional<String> secretsKey;

    @Inject
    @ConfigProperty(name = "ROSTER_DATA_DIR", defaultValue = "data")
    String dataDir;

    private byte @Nullable [] pseudoRandomKey;

    /** The 256-bit key of one purpose. */
    public SecretKeySpec derive(String purpose) {
        return derived.computeIfAbsent(purpose, p -> {
            // HKDF-Expand with one block: T(1) = HMAC(PRK, info | 0x01).
            var info = (p + '\u0001').getBytes(StandardCharsets.UTF_8);
            return new SecretKeySpec(hmac(extracted(), info), "HmacSHA256");
        });
    }

    /** HMAC-SHA256, the keyed hash used throughout. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }

    private synchronized byte[] extracted() {
        if (pseudoRandomKey == null) {
            var secret = secretsKey.filter(key -> !key.isBlank()).orElseGet(this::fromFile);
            if (secret.length() < MIN_LENGTH) {
                throw new IllegalStateException(
                        "ROSTER_SECRETS_KEY must have at least " + MIN_LENGTH + " characters of random text");
            }
            pseudoRandomKey =
                    hmac("roster secrets v1".getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        }
        return pseudoRandomKey;
    }

    private String fromFile() {
        Path file = Path.of(dataDir).resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "ROSTER_SECRETS_KEY is not set and " + file + " can be neither read nor written", e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), "secrets", ".new"); // readable by its owner alone
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(random));
            // A link, unlike a move, does not replace the key that another node made first.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // that one is the key
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
