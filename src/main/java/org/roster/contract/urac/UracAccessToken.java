package org.roster.contract.urac;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.input.FormTree;
import org.roster.http.FailureException;
import org.roster.http.StrictBody;

/**
 * The access token where SOAJS clients put it besides the Authorization header: a header of its own (4.x), a field of a
 * form (2.x), or the address (2.x), which is refused unless the operator allows it.
 */
final class UracAccessToken {

    private static final String NAME = "access_token";

    private UracAccessToken() {}

    /** @throws FailureException for more than one, and for one in the address where that is not allowed */
    static @Nullable String of(ContainerRequestContext request, boolean inQuery) {
        var header = request.getHeaderString(NAME);
        var field = field(request);
        var query = request.getUriInfo().getQueryParameters().getFirst(NAME);
        var bearer = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (query != null && !inQuery) {
            throw UracError.TOKEN_MISSING.refusal();
        }
        long ways = Stream.of(header, field, query).filter(Objects::nonNull).count();
        if (ways > 1
                || ways == 1
                        && bearer != null
                        && bearer.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            throw UracError.ONE_TOKEN_ONLY.refusal();
        }
        return header != null ? header : field != null ? field : query;
    }

    /** The body stays as it is for those who read it next. */
    private static @Nullable String field(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            return null;
        }
        try {
            var body = StrictBody.bytes(request.getEntityStream());
            request.setEntityStream(new ByteArrayInputStream(body));
            return FormTree.read(StrictBody.text(body)).path(NAME).textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
