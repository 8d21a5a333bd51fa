package org.roster.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A body that ends the request when it grows beyond the limit, or takes longer than its time. The server itself ends a silence;
 * who sends a byte now and then would hold a thread for hours.
 */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private final long nanos;
    private final LongSupplier nanoTime;
    private long read;
    private long begun;
    private boolean begins = true;

    LimitedStream(InputStream body, long limit, long nanos, LongSupplier nanoTime) {
        super(body);
        this.limit = limit;
        this.nanos = nanos;
        this.nanoTime = nanoTime;
    }

    static FailureException tooLarge(long limit) {
        return new FailureException(Failure.of(Failure.Kind.TOO_LARGE, "the body has more than " + limit + " bytes"));
    }

    @Override
    public int read() throws IOException {
        begin();
        int octet = super.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        begin();
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    /** The time runs from the first look at the body: until then it is not its sender who is slow. */
    private void begin() {
        if (begins) {
            begins = false;
            begun = nanoTime.getAsLong();
        }
    }

    private void count(int octets) {
        read += octets;
        if (read > limit) {
            throw tooLarge(limit);
        }
        if (nanoTime.getAsLong() - begun > nanos) {
            throw new FailureException(Failure.of(Failure.Kind.TOO_SLOW, "the body did not arrive in time"));
        }
    }
}
