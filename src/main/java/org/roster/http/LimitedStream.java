package org.roster.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of unknown length that ends the request when it grows beyond the limit. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    static FailureException tooLarge(long limit) {
        return new FailureException(Failure.of(Failure.Kind.TOO_LARGE, "the body has more than " + limit + " bytes"));
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int octets) {
        read += octets;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }
}
