package org.roster.http.limit;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.roster.http.ServletAnswer;

/**
 * Sends the refusals of an overloaded node, and those of who asks for more than its limit, after a pause, and so many a second.
 * Programs that ask again as soon as they are refused would otherwise take the processors with asking, and nothing would be done any
 * more; who waits for an answer does not ask. A refusal that waits holds its connection and no thread.
 */
@ApplicationScoped
public class Pauses {

    private static final String WAITING = "org.roster.refusal";
    private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    /** Between two refusals, for each processor. */
    private static final long APART = TimeUnit.MILLISECONDS.toNanos(10);

    private final long apart = APART / Runtime.getRuntime().availableProcessors();
    private long last = System.nanoTime();

    @Resource
    ManagedScheduledExecutorService scheduler;

    /** The rest of an answer, whose status and headers are set. */
    private record Rest(byte[] body, String type, long pause) {}

    /**
     * The answer without what is sent after the pause; the whole of it where so many wait already that the next would have to
     * for more than five seconds.
     */
    public Response before(Response worded, ServletRequest request) {
        if (worded.getEntity() == null || !request.isAsyncSupported()) {
            return worded;
        }
        long pause = next(System.nanoTime());
        if (pause > LONGEST) {
            return worded;
        }
        var type = worded.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : worded.getMediaType();
        request.setAttribute(WAITING, new Rest(body(worded.getEntity()), type.toString(), pause));
        return Response.fromResponse(worded).entity(null).build();
    }

    private static byte[] body(Object entity) {
        try {
            return ServletAnswer.body(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a refusal cannot be written", e);
        }
    }

    /** Lets a refusal wait, if the request has come to one. Nobody else may have begun to send the answer. */
    public void begin(ServletRequest request, ServletResponse response) {
        if (!(request.getAttribute(WAITING) instanceof Rest rest)) {
            return;
        }
        request.removeAttribute(WAITING);
        AsyncContext waiting = request.startAsync(request, response);
        waiting.setTimeout(0); // it ends by itself
        try {
            scheduler.schedule(() -> end(waiting, rest), rest.pause(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            end(waiting, rest); // the server is about to stop
        }
    }

    /** The request is answered otherwise after all. */
    public void cancel(ServletRequest request) {
        request.removeAttribute(WAITING);
    }

    private static void end(AsyncContext waiting, Rest rest) {
        var response = waiting.getResponse();
        try {
            response.setContentType(rest.type());
            response.setCharacterEncoding("utf-8");
            response.setContentLength(rest.body().length);
            response.getOutputStream().write(rest.body());
        } catch (IOException e) {
            // Whoever asked has not waited.
            System.getLogger(Pauses.class.getName()).log(System.Logger.Level.DEBUG, "nobody waits for a refusal", e);
        } finally {
            waiting.complete();
        }
    }

    /** How long the next refusal has to wait. */
    private synchronized long next(long now) {
        long at = Math.max(now + LEAST, last + apart);
        if (at - now <= LONGEST) {
            last = at;
        }
        return at - now;
    }
}
