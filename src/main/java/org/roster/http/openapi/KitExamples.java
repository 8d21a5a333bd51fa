package org.roster.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.roster.http.Json;
import org.roster.kit.KitExchange;
import org.roster.kit.KitFiles;
import org.roster.kit.Samples;

/**
 * Puts the exchanges of the contract kit into the published document as the examples of their operations. Named examples
 * that are there already stay; a single one is what {@link PublishedDocument} has made up, and gives way.
 */
final class KitExamples {

    private static final String JSON = "application/json";
    private static final int FIRST_REFUSAL = 400;

    /** An exchange, and what stands in the places of its variables. */
    private record Sampled(KitExchange exchange, Samples samples) {}

    private final Map<String, List<Sampled>> byOperation = new HashMap<>();

    /** What the kit has put its examples into. */
    private final Set<MediaType> filled = Collections.newSetFromMap(new IdentityHashMap<>());

    private KitExamples() {}

    static KitExamples read() {
        var examples = new KitExamples();
        var files = KitFiles.onClassPath();
        files.contracts().stream().map(files::kit).forEach(kit -> {
            var samples = Samples.of(kit);
            kit.exchanges().forEach(exchange -> examples.byOperation
                    .computeIfAbsent(exchange.operation(), operation -> new ArrayList<>())
                    .add(new Sampled(exchange, samples)));
        });
        return examples;
    }

    void addTo(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> byOperation
                        .getOrDefault(method.name() + ' ' + path, List.of())
                        .forEach(sampled -> {
                            addRequest(operation, sampled);
                            addAnswer(operation, sampled);
                        })));
    }

    /** What is refused is no example of what to send. */
    private void addRequest(Operation operation, Sampled sampled) {
        var request = sampled.exchange().request();
        var body = Stream.of(request.json(), request.form(), request.multipart())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var type = request.mediaType();
        if (body == null || type == null || sampled.exchange().answer().status() >= FIRST_REFUSAL) {
            return;
        }
        if (operation.getRequestBody() == null) {
            operation.setRequestBody(OASFactory.createRequestBody());
        }
        var described = operation.getRequestBody();
        described.setContent(content(described.getContent()));
        add(described.getContent(), type, sampled, sampled.samples().request(body));
    }

    private void addAnswer(Operation operation, Sampled sampled) {
        var answer = sampled.exchange().answer();
        var body = answer.json() == null && answer.text() != null ? TextNode.valueOf(answer.text()) : answer.json();
        var response = response(operation, answer.status());
        if (body != null) {
            response.setContent(content(response.getContent()));
            add(
                    response.getContent(),
                    base(answer.headers().get("Content-Type")),
                    sampled,
                    sampled.samples().answer(body));
        }
    }

    private static APIResponse response(Operation operation, int status) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        var responses = operation.getResponses();
        var name = String.valueOf(status);
        if (!responses.hasAPIResponse(name)) {
            var known = Status.fromStatusCode(status);
            responses.addAPIResponse(
                    name,
                    OASFactory.createAPIResponse()
                            .description(known == null ? "Status " + status : known.getReasonPhrase()));
        }
        return responses.getAPIResponse(name);
    }

    private void add(Content content, String type, Sampled sampled, JsonNode value) {
        var media = media(content, type);
        boolean byHand = media.getExamples() != null && !media.getExamples().isEmpty();
        if (byHand && !filled.contains(media)) {
            return;
        }
        filled.add(media);
        media.setExample(null);
        media.addExample(key(sampled.exchange()), example(sampled.exchange(), value));
    }

    private static Example example(KitExchange exchange, JsonNode value) {
        return OASFactory.createExample()
                .summary(exchange.title())
                .value(Json.MAPPER.convertValue(value, Object.class));
    }

    /** The file's name without its number. */
    private static String key(KitExchange exchange) {
        return exchange.name().replaceFirst("^\\d+-", "");
    }

    private static Content content(@Nullable Content content) {
        return content == null ? OASFactory.createContent() : content;
    }

    /** The one of this type, whatever parameters it is published with. */
    private static MediaType media(Content content, String type) {
        if (content.getMediaTypes() != null) {
            for (var entry : content.getMediaTypes().entrySet()) {
                if (base(entry.getKey()).equals(type)) {
                    return entry.getValue();
                }
            }
        }
        var media = OASFactory.createMediaType();
        content.addMediaType(type, media);
        return media;
    }

    private static String base(@Nullable String type) {
        return type == null ? JSON : type.replaceFirst("[;*].*", "").trim();
    }
}
