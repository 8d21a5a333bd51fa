package org.roster.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_.]+)` \\| (.+) \\|$", Pattern.MULTILINE);

    @Test
    void thePageListsTheTypesThatThereAre() throws IOException {
        var page = Files.readString(Path.of("docs/events.md"));

        var listed = ROW.matcher(page).results().map(row -> row.group(1) + ": " + row.group(2));

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .map(type -> type.type() + ": " + type.meaning())
                        .toList());
    }

    @Test
    void aTypeIsASubjectAndAVerbAndFitsItsColumn() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::type))
                .doesNotHaveDuplicates()
                .allMatch(type -> type.matches("[a-z_]+\\.[a-z_]+") && type.length() <= 64);
    }
}
