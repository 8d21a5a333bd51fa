package org.roster.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the kit are whole, and one that is not is refused. */
class KitFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/kit");
    private static final KitFiles FILES = KitFiles.onClassPath();

    @TempDir
    Path folder;

    static List<String> contracts() {
        return FILES.contracts();
    }

    @Test
    void everyFolderIsAListedContract() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            var names = folders.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .sorted()
                    .toList();

            assertThat(FILES.contracts()).isEqualTo(names);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theIndexOfAContractListsItsFilesInOrder(String contract) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(contract))) {
            var names = files.map(one -> one.getFileName().toString())
                    .filter(name -> !name.equals("kit.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();

            assertThat(FILES.kit(contract).exchanges())
                    .extracting(KitExchange::name)
                    .isEqualTo(names);
            assertThat(names).allMatch(name -> name.matches("\\d{3}-[a-z0-9-]+"));
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void whatAnExchangeUsesIsGivenOrSavedBefore(String contract) {
        var kit = FILES.kit(contract);
        var known = new HashSet<>(Set.of("run", "base"));
        known.addAll(kit.variables().keySet());

        kit.exchanges().forEach(exchange -> {
            assertThat(known).as(exchange.name()).containsAll(exchange.uses());
            known.addAll(exchange.save().keySet());
        });
        assertThat(kit.exchanges().stream()
                        .flatMap(exchange -> exchange.uses().stream())
                        .toList())
                .containsAll(kit.variables().keySet());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void anExchangeNamesItsOperationAndItsAddress(String contract) {
        var variables = Variables.of(URI.create("http://localhost"), Map.of());
        FILES.kit(contract).exchanges().forEach(exchange -> {
            exchange.uses()
                    .forEach(name ->
                            variables.put(name, KitFiles.JSON.getNodeFactory().textNode("x")));
            var path = variables.fillPath(exchange.request().path());

            assertThat(exchange.title()).as(exchange.name()).isNotBlank();
            assertThat(Objects.requireNonNullElse(exchange.operation(), "GET /"))
                    .as(exchange.name())
                    .matches("(GET|POST|PUT|PATCH|DELETE) /.*");
            assertThat(path).as(exchange.name()).startsWith("/");
            assertThat(URI.create("http://localhost" + path)).isNotNull();
            assertThat(exchange.save().values()).allMatch(pointer -> JsonPointer.compile(pointer) != null);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"title": "t", "source": "published", "operation": "GET /a", "request": {"method": "GET", "path": "/a"}}""", """
                {"title": "t", "source": "hearsay", "operation": "GET /a", "request": {"method": "GET", "path": "/a"},
                 "answer": {"status": 200, "empty": true}}""", """
                {"title": "t", "source": "code", "operation": "GET /a", "request": {"method": "GET", "path": "/a"},
                 "answer": {"status": 200, "empty": true, "body": {}}}""", """
                {"title": "t", "source": "code", "operation": "GET /a", "request": {"method": "GET", "path": "/a"},
                 "answer": {"status": 200}}""", """
                {"title": "t", "source": "code", "operation": "GET /a", "request": {"method": "GET", "path": "/a"},
                 "answer": {"status": 200, "empty": true, "text": ""}}""", """
                {"title": "t", "source": "code", "operation": "GET /a",
                 "request": {"method": "GET", "path": "/a", "json": {}, "form": {}},
                 "answer": {"status": 200, "empty": true}}""", """
                {"title": "t", "source": "code", "operation": "GET /a",
                 "request": {"method": "GET", "path": "/a", "text": "{"}, "answer": {"status": 200, "empty": true}}""", """
                {"title": "t", "title": "u"}"""})
    void aFileThatIsNotWholeIsRefusedByItsName(String text) throws IOException {
        Files.createDirectories(folder.resolve("c"));
        Files.writeString(folder.resolve("c/kit.json"), "{\"title\": \"t\", \"exchanges\": [\"010-a.json\"]}");
        Files.writeString(folder.resolve("c/010-a.json"), text);

        assertThatThrownBy(() -> KitFiles.in(folder).kit("c"))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("c/010-a.json");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> KitFiles.in(folder).kit("c"))
                .isInstanceOf(KitException.class)
                .hasMessage("There is no c/kit.json");
    }
}
