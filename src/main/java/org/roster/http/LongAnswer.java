package org.roster.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Does something once, before more of an answer is sent than a slow reader's connection keeps. */
final class LongAnswer extends FilterOutputStream {

    private static final int SHORT = 16 * 1024;

    private final Runnable before;
    private int left = SHORT;

    LongAnswer(OutputStream to, Runnable before) {
        super(to);
        this.before = before;
    }

    @Override
    public void write(int octet) throws IOException {
        count(1);
        out.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        count(length);
        out.write(octets, offset, length);
    }

    private void count(int more) {
        if (left > 0) {
            left -= more;
            if (left <= 0) {
                before.run();
            }
        }
    }
}
