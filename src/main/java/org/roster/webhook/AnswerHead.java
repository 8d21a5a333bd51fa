package org.roster.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP answer (RFC 9112, 4), as far as anybody wants to know of it.
 *
 * @param retryAfter of {@code Retry-After} (RFC 9110, 10.2.3) the form in seconds
 */
record AnswerHead(int status, @Nullable Duration retryAfter) {

    private static final int MOST = 16 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)retry-after:\\s*([0-9]{1,9})\\s*");

    /** It is not HTTP, or more than anybody sends. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1L;

        Malformed() {
            super("not an answer by HTTP/1.1");
        }
    }

    /** Reads up to the end of the head; interim answers (1xx) are passed over. */
    static AnswerHead read(InputStream in) throws IOException {
        int left = MOST;
        while (true) {
            var head = text(in, left);
            left -= head.length();
            var answer = parsed(head);
            if (answer.status() >= 200) {
                return answer;
            }
        }
    }

    private static AnswerHead parsed(String head) throws Malformed {
        var lines = head.split("\r?\n", -1);
        var status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            throw new Malformed();
        }
        Duration retryAfter = null;
        for (String line : lines) {
            var match = RETRY_AFTER.matcher(line);
            if (match.matches()) {
                retryAfter = Duration.ofSeconds(Long.parseLong(match.group(1)));
            }
        }
        return new AnswerHead(Integer.parseInt(status.group(1)), retryAfter);
    }

    /** Byte by byte, so that nothing of what follows is taken; the stream below has a buffer or the system has. */
    private static String text(InputStream in, int most) throws IOException {
        var head = new ByteArrayOutputStream();
        int empty = 0; // bytes of the present line
        while (head.size() < most) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before the answer");
            }
            head.write(next);
            if (next == '\n') {
                if (empty == 0) {
                    return head.toString(StandardCharsets.ISO_8859_1);
                }
                empty = 0;
            } else if (next != '\r') {
                empty++;
            }
        }
        throw new Malformed();
    }
}
