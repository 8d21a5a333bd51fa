package org.roster.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.roster.system.PublicAddress;

/** Sends what a contract has worded where JAX-RS does not: outside of it. */
@ApplicationScoped
public class ServletAnswer {

    @Inject
    Exchange exchange;

    @Inject
    PublicAddress publicAddress;

    public void write(Response worded, HttpServletResponse response) throws IOException {
        response.setStatus(worded.getStatus());
        worded.getStringHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setHeader(ResponseHeaders.REQUEST_ID, exchange.requestId());
        ResponseHeaders.add(response, publicAddress);
        var entity = worded.getEntity();
        if (entity != null) {
            response.setCharacterEncoding("utf-8");
            if (worded.getMediaType() == null) {
                response.setContentType(MediaType.APPLICATION_JSON);
            }
            response.getOutputStream().write(body(entity));
        }
    }

    /** What is sent of an entity. A contract that answers with pages has made bytes of them. */
    public static byte[] body(Object entity) throws JsonProcessingException {
        return entity instanceof byte[] page ? page : Json.MAPPER.writeValueAsBytes(entity);
    }
}
