package org.roster.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of a request's body, and the media type that goes with them. */
@SuppressWarnings("ArrayRecordComponent") // written once, sent once
record RequestBody(@Nullable String mediaType, byte[] bytes) {

    private static final String BOUNDARY = "----the-contract-kit";

    static RequestBody of(KitRequest request, Variables variables) {
        var bytes = text(request, variables).getBytes(UTF_8);
        var type = request.mediaType();
        return new RequestBody(request.multipart() == null ? type : type + "; boundary=" + BOUNDARY, bytes);
    }

    private static String text(KitRequest request, Variables variables) {
        if (request.json() != null) {
            return variables.fill(request.json()).toString();
        }
        if (request.form() != null) {
            return String.join(
                    "&",
                    pairs(variables.fill(request.form())).stream()
                            .map(pair -> encode(pair.name()) + '=' + encode(pair.value()))
                            .toList());
        }
        if (request.multipart() != null) {
            var parts = new StringBuilder();
            pairs(variables.fill(request.multipart()))
                    .forEach(pair -> parts.append("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"" + pair.name() + "\"\r\n\r\n" + pair.value()
                            + "\r\n"));
            return parts.append("--" + BOUNDARY + "--\r\n").toString();
        }
        return request.text() == null ? "" : variables.fill(request.text());
    }

    private static List<Pair> pairs(JsonNode form) {
        var pairs = new ArrayList<Pair>();
        form.properties().forEach(member -> {
            if (member.getValue().isArray()) {
                member.getValue().forEach(value -> pairs.add(new Pair(member.getKey(), value.asText())));
            } else {
                pairs.add(new Pair(member.getKey(), member.getValue().asText()));
            }
        });
        return pairs;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private record Pair(String name, String value) {}
}
