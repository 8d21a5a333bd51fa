package org.roster.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @ParameterizedTest
    @CsvSource({"7168, 5", "19456, 2", "64, 1"})
    void bothImplementationsGiveTheSameBytes(int memoryKib, int iterations) {
        var salt = "0123456789abcdef".getBytes(UTF_8);
        var password = "p\u00E4ssword \uD83D\uDD11".getBytes(UTF_8);
        var sodium = NativeArgon2id.load();
        assumeTrue(sodium.isPresent(), "libsodium does not load on this platform");

        assertThat(sodium.get().hash(password, salt, memoryKib, iterations, 1, 32))
                .isEqualTo(new PortableArgon2id().hash(password, salt, memoryKib, iterations, 1, 32));
    }

    @Test
    void theReferenceImplementationsVectorIsMet() {
        // phc-winner-argon2, test.c: argon2id v=0x13, t=2, m=2^8, p=1, "password", "somesalt".
        var hash = new PortableArgon2id().hash("password".getBytes(UTF_8), "somesalt".getBytes(UTF_8), 256, 2, 1, 32);

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY",
                "$argon2id$v=19$m=19456,t=2,p=4$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "$pbkdf2-sha256$i=600000$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY"
            })
    void knownFormsAreRead(String text) {
        assertThat(PasswordHash.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "S3cure-passw0rd!",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$argon2i$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY",
                "$argon2id$v=19$m=900000,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY",
                "$argon2id$v=19$m=7168,t=99,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY",
                "$argon2id$v=19$m=7168,t=0,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY",
                "$2b$31$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "$pbkdf2-sha256$i=9999999$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY"
            })
    void otherFormsAndExcessiveCostsAreRefused(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }

    @Test
    void aHashIsWrittenAsItWasRead() {
        var text = "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gyfLmRPoWl7zJ0jkbKBsTn0Qd0VyPcGnBcbdFlh8dSY";

        assertThat(((PasswordHash.Argon) PasswordHash.parse(text).orElseThrow()).text())
                .isEqualTo(text);
    }
}
