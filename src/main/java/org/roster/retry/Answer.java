package org.roster.retry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as it was sent.
 *
 * @param headers in order; a name may come several times
 */
public record Answer(int status, List<Header> headers, byte[] body) {

    /** The largest body that is kept, in bytes. */
    static final int MOST = 256 * 1024;

    /** One header of an answer. */
    public record Header(String name, String value) {}

    boolean tooLarge() {
        return body.length > MOST;
    }

    byte[] encoded() {
        var bytes = new ByteArrayOutputStream(body.length + 512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(status);
            out.writeShort(headers.size());
            for (var header : headers) {
                out.writeUTF(header.name());
                out.writeUTF(header.value());
            }
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Answer decoded(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int status = in.readUnsignedShort();
            int count = in.readUnsignedShort();
            var headers = new ArrayList<Header>(count);
            for (int i = 0; i < count; i++) {
                headers.add(new Header(in.readUTF(), in.readUTF()));
            }
            return new Answer(status, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]"; // never the body, which may hold a secret
    }
}
