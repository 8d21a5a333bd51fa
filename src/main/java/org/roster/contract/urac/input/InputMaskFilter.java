package org.roster.contract.urac.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.roster.http.StrictBody;

/**
 * Puts a request through the mask of its endpoint, once its caller is let in. As in the original, JSON and forms are
 * read, any other body carries no fields, and it does not matter whether a GET has one.
 */
@Provider
@Priority(Priorities.USER)
public class InputMaskFilter implements ContainerRequestFilter {

    @Inject
    UracInput input;

    @Context
    ResourceInfo resource;

    private final Map<Method, Mask> masks = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var method = resource.getResourceMethod();
        var takes = method == null ? null : method.getAnnotation(Takes.class);
        if (takes == null) {
            return;
        }
        var mask = masks.computeIfAbsent(method, endpoint -> Mask.of(takes));
        var query =
                Objects.requireNonNullElse(request.getUriInfo().getRequestUri().getRawQuery(), "");
        var type = type(request);
        input.take(new Taken(mask.apply(FormTree.read(query), body(request, type), json(type))));
    }

    private static ObjectNode body(ContainerRequestContext request, String type) throws IOException {
        var none = JsonNodeFactory.instance.objectNode();
        var stream = request.getEntityStream();
        if (stream == null || !json(type) && !type.equals(MediaType.APPLICATION_FORM_URLENCODED)) {
            return none;
        }
        var text = StrictBody.text(StrictBody.bytes(stream));
        if (text.isBlank()) {
            return none;
        }
        if (!json(type)) {
            return FormTree.read(text);
        }
        return StrictBody.tree(text) instanceof ObjectNode object ? object : none;
    }

    private static boolean json(String type) {
        return type.equals(MediaType.APPLICATION_JSON) || type.endsWith("+json");
    }

    private static String type(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
