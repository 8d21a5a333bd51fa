package org.roster.kit;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the exchanges are read from: the class path, which is the application's own copy, or a folder.
 *
 * <p>Archives and class folders cannot be listed alike, so {@code contracts.json} names the contracts, and the
 * {@code kit.json} of each names its exchanges.
 */
public final class KitFiles {

    /** A file is taken as it is meant or not at all: a misspelt member would be an expectation that nobody checks. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // a difference is shown as it was sent
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final String SUFFIX = ".json";

    private final Opener opener;

    private KitFiles(Opener opener) {
        this.opener = opener;
    }

    public static KitFiles onClassPath() {
        return new KitFiles(path -> KitFiles.class.getResourceAsStream("/kit/" + path));
    }

    public static KitFiles in(Path folder) {
        return new KitFiles(path -> {
            var file = folder.resolve(path);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        });
    }

    /** The names of the contracts. */
    public List<String> contracts() {
        return convert("contracts.json", tree("contracts.json"), Names.class).contracts();
    }

    /** Everything of one contract. */
    public Kit kit(String contract) {
        var path = contract + "/kit.json";
        var index = convert(path, tree(path), Index.class);
        var exchanges = index.exchanges().stream()
                .map(file -> exchange(contract + '/' + file, file))
                .toList();
        return new Kit(contract, index.title(), index.variables(), index.samples(), exchanges);
    }

    private KitExchange exchange(String path, String file) {
        var tree = tree(path);
        var wire = convert(path, tree, Wire.class);
        return new KitExchange(
                file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file,
                wire.title(),
                wire.source(),
                wire.operation(),
                wire.request(),
                wire.answer(),
                wire.save(),
                Variables.namesIn(tree.toString()));
    }

    private JsonNode tree(String path) {
        try (var in = opener.open(path)) {
            if (in == null) {
                throw new KitException("There is no " + path);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new KitException(path + " cannot be read: " + e.getMessage());
        }
    }

    private static <T> T convert(String path, JsonNode tree, Class<T> type) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (IOException e) {
            throw new KitException(path + ": " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Opener {
        @Nullable
        InputStream open(String path) throws IOException;
    }

    private record Names(List<String> contracts) {}

    private record Index(
            String title, Map<String, String> variables, Map<String, JsonNode> samples, List<String> exchanges) {

        private Index {
            Objects.requireNonNull(title, "title");
            variables = variables == null ? Map.of() : variables;
            samples = samples == null ? Map.of() : samples;
            exchanges = exchanges == null ? List.of() : exchanges;
        }
    }

    /** An exchange as its file has it. */
    private record Wire(
            String title,
            KitExchange.Source source,
            @Nullable String operation,
            KitRequest request,
            KitAnswer answer,
            Map<String, String> save) {

        private Wire {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(answer, "answer");
            save = save == null ? Map.of() : save;
        }
    }
}
