package org.roster.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text fields of a {@code multipart/form-data} body (RFC 7578, RFC 2046 section 5.1.1). Read here and not by the
 * server, whose readers answer a broken form each in its own way and none in a contract's.
 */
final class MultipartForm {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;,\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile(";\\s*name=(?:\"([^\"]{1,256})\"|([^\\s;\"]{1,256}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile(";\\s*filename\\*?=", Pattern.CASE_INSENSITIVE);

    /** More fields than this no form of a client has. */
    private static final int MAX_PARTS = 100;

    private final byte[] body;
    private final byte[] delimiter;

    private MultipartForm(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The fields by name; files among them are passed over.
     *
     * @throws FailureException {@link Failure.Kind#MALFORMED} for anything that is not such a form to its end
     */
    static Form read(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw Form.unreadable();
        }
        var text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return new MultipartForm(body, text).fields();
    }

    private Form fields() {
        var fields = new Form();
        // The first delimiter needs no line break before it.
        int at = startsWith(delimiter, 2, 0) ? delimiter.length - 2 : after(delimiter, 0);
        for (int parts = 0; !closing(at); parts++) {
            if (parts == MAX_PARTS || !startsWith(new byte[] {'\r', '\n'}, 0, at)) {
                throw Form.unreadable();
            }
            int end = after(delimiter, at) - delimiter.length;
            part(at + 2, end, fields);
            at = end + delimiter.length;
        }
        return fields;
    }

    private void part(int from, int until, Form fields) {
        var blank = new byte[] {'\r', '\n', '\r', '\n'};
        int content = after(blank, from);
        if (content > until) {
            throw Form.unreadable();
        }
        var head = Form.utf8(body, from, content - blank.length);
        var disposition = disposition(head);
        var name = disposition == null ? null : NAME.matcher(disposition);
        if (disposition == null || name == null || !name.find()) {
            throw Form.unreadable();
        }
        if (!FILE.matcher(disposition).find()) {
            var text = name.group(1) == null ? name.group(2) : name.group(1);
            fields.add(text, Form.utf8(body, content, until));
        }
    }

    private static @Nullable String disposition(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                var value = line.substring("content-disposition:".length()).strip();
                return value.toLowerCase(Locale.ROOT).startsWith("form-data") ? value : null;
            }
        }
        return null;
    }

    /** The last delimiter ends in two hyphens; after it comes the end or a line that nobody reads. */
    private boolean closing(int at) {
        return startsWith(new byte[] {'-', '-'}, 0, at)
                && (at + 2 == body.length || startsWith(new byte[] {'\r', '\n'}, 0, at + 2));
    }

    /** The place after the next occurrence of a sequence. */
    private int after(byte[] sequence, int from) {
        for (int i = from; i + sequence.length <= body.length; i++) {
            if (startsWith(sequence, 0, i)) {
                return i + sequence.length;
            }
        }
        throw Form.unreadable();
    }

    private boolean startsWith(byte[] sequence, int skip, int at) {
        int length = sequence.length - skip;
        if (at + length > body.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (body[at + i] != sequence[skip + i]) {
                return false;
            }
        }
        return true;
    }
}
