package io.dateline.ingest.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Finds where the next record of a web archive may begin, behind one that is broken. */
final class WarcSearch {
    /** The beginning of a gzip member that is deflated, as all are. */
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

    private static final byte[] PLAIN = "\nWARC/1.".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final byte[] mark;
    private final int before;

    WarcSearch(FileChannel channel, boolean gzip) {
        this.channel = channel;
        this.mark = gzip ? GZIP : PLAIN;
        this.before = gzip ? 0 : 1;
    }

    /** A place after {@code position} that looks like a beginning; negative where there is none. */
    long recordAfter(long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = position + 1 - before;
        while (true) {
            buffer.clear();
            int read = channel.read(buffer, Math.max(0, at));
            if (read < mark.length) {
                return -1;
            }
            int found = find(buffer.array(), read);
            if (found >= 0 && at + found + before > position) {
                return at + found + before;
            }
            at += found >= 0 ? found + 1 : read - mark.length + 1;
        }
    }

    private int find(byte[] bytes, int length) {
        for (int i = 0; i + mark.length <= length; i++) {
            int matched = 0;
            while (matched < mark.length && bytes[i + matched] == mark[matched]) {
                matched++;
            }
            if (matched == mark.length) {
                return i;
            }
        }
        return -1;
    }
}
