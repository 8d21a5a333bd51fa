package org.roster.credential;

import com.goterl.lazysodium.LazySodiumJava;
import com.goterl.lazysodium.SodiumJava;
import com.goterl.lazysodium.interfaces.PwHash;
import com.goterl.lazysodium.utils.LibraryLoader;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Argon2id by libsodium, which picks the processor's vector instructions at run time: a half to a third of pure Java's
 * cost. The library comes inside a jar for the usual platforms.
 */
final class NativeArgon2id implements Argon2id {

    private static final int SALT_LENGTH = 16;
    private static final int MIN_MEMORY_KIB = 8;

    private final SodiumJava sodium;

    private NativeArgon2id(SodiumJava sodium) {
        this.sodium = sodium;
    }

    /** The native implementation, if its library loads on this platform. */
    static Optional<Argon2id> load() {
        try {
            var sodium = new LazySodiumJava(unpacked()).getSodium();
            var loaded = new NativeArgon2id(sodium);
            loaded.hash(new byte[] {1}, new byte[SALT_LENGTH], MIN_MEMORY_KIB, 1, 1, 16);
            return Optional.of(loaded);
        } catch (IOException | RuntimeException | LinkageError e) {
            System.getLogger(NativeArgon2id.class.getName())
                    .log(System.Logger.Level.INFO, "libsodium does not load here, hashing in Java: {0}", e.toString());
            return Optional.empty();
        }
    }

    /** By a file of our own: the library's own way knows jars on disk only, which a WAR is on not every server, and leaves a folder. */
    private static SodiumJava unpacked() throws IOException {
        var name = LibraryLoader.getSodiumPathInResources();
        var file = Files.createTempFile("roster", name.substring(name.lastIndexOf('/') + 1));
        try (var library = SodiumJava.class.getClassLoader().getResourceAsStream(name)) {
            if (library == null) {
                throw new IOException("there is no " + name);
            }
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return new SodiumJava(file.toString());
        } finally {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit(); // Windows keeps what is loaded
            }
        }
    }

    @Override
    public String implementation() {
        return "libsodium";
    }

    @Override
    public boolean takes(int saltLength, int memoryKib, int iterations, int parallelism) {
        // libsodium fixes the degree of parallelism at one and the salt at 16 bytes.
        return parallelism == 1 && saltLength == SALT_LENGTH && memoryKib >= MIN_MEMORY_KIB;
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, int memoryKib, int iterations, int parallelism, int length) {
        var hash = new byte[length];
        int result = sodium.crypto_pwhash(
                hash,
                length,
                password,
                password.length,
                salt,
                iterations,
                new NativeLong(memoryKib * 1024L),
                PwHash.Alg.PWHASH_ALG_ARGON2ID13.getValue());
        if (result != 0) {
            throw new IllegalStateException("libsodium could not hash; it needs " + memoryKib + " KiB of memory");
        }
        return hash;
    }
}
