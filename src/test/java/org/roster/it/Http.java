package org.roster.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A small client whose calls read like a transcript:
 *
 * <pre>{@code
 * http().post("/v1/users").bearer(token()).json("""
 *         {"username": "jane"}""").send();
 * }</pre>
 */
public final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;

    public Http(URI base) {
        this.base = base;
    }

    /** Scheme, host and port of the server. */
    public URI base() {
        return base;
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    public Call put(String path) {
        return call("PUT", path);
    }

    public Call patch(String path) {
        return call("PATCH", path);
    }

    public Call delete(String path) {
        return call("DELETE", path);
    }

    public Call call(String method, String path) {
        return new Call(method, path);
    }

    /** One request on its way to be sent. */
    public final class Call {

        private final String method;
        private final StringBuilder target;
        private final List<String> headers = new ArrayList<>();
        private BodyPublisher body = BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.target = new StringBuilder(path);
        }

        public Call query(String name, Object value) {
            target.append(target.indexOf("?") < 0 ? '?' : '&')
                    .append(encode(name))
                    .append('=');
            target.append(encode(String.valueOf(value)));
            return this;
        }

        public Call header(String name, String value) {
            headers.add(name);
            headers.add(value);
            return this;
        }

        public Call bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call basic(String user, String password) {
            return header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
        }

        public Call json(String json) {
            return body("application/json", json.getBytes(UTF_8));
        }

        /** Any value that Jackson can write: a map, a list, a tree. */
        public Call json(Object value) {
            try {
                return body("application/json", JSON.writeValueAsBytes(value));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Call mergePatch(String json) {
            return body("application/merge-patch+json", json.getBytes(UTF_8));
        }

        /** Names and values in turn, as {@code application/x-www-form-urlencoded}. */
        public Call form(String... namesAndValues) {
            var pairs = new ArrayList<String>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                pairs.add(encode(namesAndValues[i]) + "=" + encode(namesAndValues[i + 1]));
            }
            return body(
                    "application/x-www-form-urlencoded", String.join("&", pairs).getBytes(UTF_8));
        }

        /** Names and values in turn, as {@code multipart/form-data}. */
        public Call multipart(String... namesAndValues) {
            var boundary = "----roster" + System.nanoTime();
            var out = new ByteArrayOutputStream();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + namesAndValues[i]
                                + "\"\r\n\r\n" + namesAndValues[i + 1] + "\r\n")
                        .getBytes(UTF_8));
            }
            out.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
            return body("multipart/form-data; boundary=" + boundary, out.toByteArray());
        }

        public Call body(String contentType, byte[] bytes) {
            header("Content-Type", contentType);
            return body(bytes);
        }

        /** Bytes without a word about what they are. */
        public Call body(byte[] bytes) {
            body = BodyPublishers.ofByteArray(bytes);
            return this;
        }

        public Answer send() {
            var request = HttpRequest.newBuilder(URI.create(base + target.toString()))
                    .timeout(Duration.ofSeconds(60))
                    .method(method, body);
            if (!headers.isEmpty()) {
                request.headers(headers.toArray(String[]::new));
            }
            try {
                var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(method + " " + target + ": " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
