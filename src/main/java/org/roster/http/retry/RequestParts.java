package org.roster.http.retry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.roster.http.StrictBody;

/** What makes two requests the same: method, address, media type and body. */
final class RequestParts {

    private static final byte[] NOTHING = {};
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=(\"[^\"]*\"|[^;\\s]*)");

    private RequestParts() {}

    /** Reads the body, and gives it back to whoever reads it next. */
    static List<byte[]> of(ContainerRequestContext request) throws IOException {
        var stream = request.getEntityStream();
        var body = stream == null ? NOTHING : StrictBody.bytes(stream);
        request.setEntityStream(new ByteArrayInputStream(body));
        var uri = request.getUriInfo().getRequestUri();
        var type = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.CONTENT_TYPE), "");
        // A client draws a new boundary each time that it writes the same form.
        var boundary = BOUNDARY.matcher(type);
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/") && boundary.find()) {
            var drawn = boundary.group(1).replace("\"", "");
            body = new String(body, ISO_8859_1).replace("--" + drawn, "--").getBytes(ISO_8859_1);
            type = boundary.replaceFirst("");
        }
        return List.of(
                request.getMethod().getBytes(UTF_8),
                uri.getRawPath().getBytes(UTF_8),
                Objects.requireNonNullElse(uri.getRawQuery(), "").getBytes(UTF_8),
                type.getBytes(UTF_8),
                body);
    }
}
