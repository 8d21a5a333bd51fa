package org.roster.contract.ecosys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roster.directory.query.Page;

class EcosysStreamTest {

    /** Seven names in pages of three. */
    private static Page<String> page(@Nullable String cursor) {
        return switch (cursor == null ? "" : cursor) {
            case "" -> new Page<>(List.of("a", "b", "c"), "2");
            case "2" -> new Page<>(List.of("d", "e", "f"), "3");
            default -> new Page<>(List.of("g"), null);
        };
    }

    @Test
    void aListOfSeveralPagesIsOneArray() throws IOException {
        var output = new ByteArrayOutputStream();

        EcosysStream.<String>list("users", EcosysStreamTest::page, name -> name).write(output);

        assertThat(output.toString(UTF_8))
                .isEqualTo("{\"status\":\"success\",\"users\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]}");
    }

    @Test
    void anEmptyListIsAnEmptyArray() throws IOException {
        var output = new ByteArrayOutputStream();

        EcosysStream.list("users", cursor -> new Page<>(List.of(), null), name -> name)
                .write(output);

        assertThat(output.toString(UTF_8)).isEqualTo("{\"status\":\"success\",\"users\":[]}");
    }

    @Test
    void theFirstPageIsReadBeforeAnythingIsWritten() {
        var read = new ArrayList<@Nullable String>();

        EcosysStream.<String>list(
                "users",
                cursor -> {
                    read.add(cursor);
                    return page(cursor);
                },
                name -> name);

        assertThat(read).containsExactly((String) null);
    }

    @Test
    void aListThatBreaksOffDoesNotLookWhole() {
        var output = new ByteArrayOutputStream();
        var stream = EcosysStream.<String>list(
                "users",
                cursor -> {
                    if (cursor != null) {
                        throw new IllegalStateException("the database is gone");
                    }
                    return page(null);
                },
                name -> name);

        assertThatThrownBy(() -> stream.write(output)).isInstanceOf(IllegalStateException.class);
        assertThat(output.toString(UTF_8)).doesNotContain("]");
    }
}
