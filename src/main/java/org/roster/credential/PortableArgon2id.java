package org.roster.credential;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id in pure Java, by Bouncy Castle: runs everywhere, takes every parameter, at two to three times the cost. */
final class PortableArgon2id implements Argon2id {

    @Override
    public String implementation() {
        return "Bouncy Castle";
    }

    @Override
    public boolean takes(int saltLength, int memoryKib, int iterations, int parallelism) {
        return true;
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, int memoryKib, int iterations, int parallelism, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
