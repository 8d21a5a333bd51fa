package org.roster.http.retry;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.retry.Answer;
import org.roster.retry.Answer.Header;

/** Holds an answer back until it is decided what becomes of it. Status and headers are set; no byte is sent. */
final class HeldResponse extends HttpServletResponseWrapper {

    private static final String LENGTH = "Content-Length";

    /** What belongs to one sending and not to the answer. */
    private static final Set<String> OF_THE_SENDING = Set.of(
            "content-length", "content-type", "date", "x-request-id", "transfer-encoding", "connection", "keep-alive");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ServletOutputStream stream = new Held(bytes);
    private @Nullable PrintWriter writer;
    private boolean error;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether the server itself is to answer, with an error page. */
    boolean error() {
        return error;
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return bytes.toByteArray();
    }

    Answer answer() {
        var headers = new ArrayList<Header>();
        if (getContentType() != null) {
            headers.add(new Header("Content-Type", getContentType()));
        }
        headers.addAll(headers(OF_THE_SENDING));
        return new Answer(getStatus(), headers, body());
    }

    private List<Header> headers(Set<String> without) {
        return getHeaderNames().stream()
                .distinct()
                .filter(name -> !without.contains(name.toLowerCase(Locale.ROOT)))
                .flatMap(name -> getHeaders(name).stream().map(value -> new Header(name, value)))
                .toList();
    }

    /** Sends it as it is. */
    void release() throws IOException {
        if (!error) {
            send((HttpServletResponse) getResponse(), body());
        }
    }

    static void send(HttpServletResponse response, byte[] body) throws IOException {
        if (body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(bytes, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        // Not yet.
    }

    @Override
    public boolean isCommitted() {
        return error && super.isCommitted();
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
        writer = null;
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        error = true;
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        error = true;
        super.sendError(status);
    }

    @Override
    public void setContentLength(int length) {
        // The length of what is sent is set when it is.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The length of what is sent is set when it is.
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (!name.equalsIgnoreCase(LENGTH)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase(LENGTH)) {
            super.addHeader(name, value);
        }
    }

    /** A stream into memory. */
    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream bytes;

        Held(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int octet) {
            bytes.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            bytes.write(octets, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("answers are not written in the background");
        }
    }
}
