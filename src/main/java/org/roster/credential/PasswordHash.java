package org.roster.credential;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stored password hash, read from its own text. Argon2id and PBKDF2 use the PHC string format; bcrypt uses its
 * modular crypt format. The costs of hashes made elsewhere are bounded, since whoever logs in makes Roster pay them.
 */
sealed interface PasswordHash {

    /** {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    record Argon(int memoryKib, int iterations, int parallelism, byte[] salt, byte[] hash) implements PasswordHash {

        String text() {
            var base64 = Base64.getEncoder().withoutPadding();
            return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + parallelism + '$'
                    + base64.encodeToString(salt) + '$' + base64.encodeToString(hash);
        }
    }

    /** {@code $2b$12$...}: 22 characters of salt and 31 of hash. */
    record Bcrypt(String text) implements PasswordHash {}

    /** {@code $pbkdf2-sha256$i=600000$salt$hash}, or with sha512. */
    record Pbkdf2(String digest, int iterations, byte[] salt, byte[] hash) implements PasswordHash {}

    Pattern ARGON = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    Pattern PBKDF2 = Pattern.compile(
            "\\$pbkdf2-(sha256|sha512)\\$i=(\\d{1,7})(?:,l=\\d{1,3})?\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Reads a hash; empty when its form is not known, or its parameters are below or above what is sensible. */
    static Optional<PasswordHash> parse(String text) {
        try {
            return argon(text).or(() -> bcrypt(text)).or(() -> pbkdf2(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64 after all
        }
    }

    private static Optional<PasswordHash> argon(String text) {
        var match = ARGON.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int memory = Integer.parseInt(match.group(1));
        int iterations = Integer.parseInt(match.group(2));
        int parallelism = Integer.parseInt(match.group(3));
        boolean sensible = memory >= 8L * parallelism
                && memory <= 262_144
                && iterations >= 1
                && iterations <= 20
                && parallelism >= 1
                && parallelism <= 16;
        return sensible
                ? Optional.of(
                        new Argon(memory, iterations, parallelism, decode(match.group(4)), decode(match.group(5))))
                : Optional.empty();
    }

    private static Optional<PasswordHash> bcrypt(String text) {
        var match = BCRYPT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(match.group(1));
        return cost >= 4 && cost <= 14 ? Optional.of(new Bcrypt(text)) : Optional.empty();
    }

    private static Optional<PasswordHash> pbkdf2(String text) {
        var match = PBKDF2.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int iterations = Integer.parseInt(match.group(2));
        return iterations >= 1000 && iterations <= 2_000_000
                ? Optional.of(new Pbkdf2(match.group(1), iterations, decode(match.group(3)), decode(match.group(4))))
                : Optional.empty();
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
