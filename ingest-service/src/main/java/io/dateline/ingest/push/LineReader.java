package io.dateline.ingest.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines as it comes in, keeping no more than one line and one buffer in memory. */
public final class LineReader {
    private final InputStream in;
    private final long maxLine;
    private final long maxTotal;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private long total;

    /**
     * @param maxLine  bytes of a line; a longer one is cut and marked
     * @param maxTotal bytes of all; {@code too-large} is thrown beyond
     */
    public LineReader(InputStream in, long maxLine, long maxTotal) {
        this.in = in;
        this.maxLine = maxLine;
        this.maxTotal = maxTotal;
    }

    /**
     * @param bytes   without the line end; cut where it is too long
     * @param tooLong whether it was
     */
    public record Line(byte[] bytes, boolean tooLong) {
        public boolean blank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** Null after the last line. */
    public Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (position == filled && !fill()) {
                return any ? new Line(line.toByteArray(), tooLong) : null;
            }
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int length = end - position;
            if (line.size() + (long) length > maxLine) {
                tooLong = true;
            } else {
                line.write(buffer, position, length);
            }
            boolean complete = end < filled;
            position = complete ? end + 1 : end;
            if (complete) {
                return new Line(line.toByteArray(), tooLong);
            }
        }
    }

    /** Bytes of the lines answered so far, line ends included. */
    public long consumed() {
        return total - (filled - position);
    }

    private boolean fill() throws IOException {
        filled = in.read(buffer);
        position = 0;
        if (filled < 0) {
            filled = 0;
            return false;
        }
        total += filled;
        if (total > maxTotal) {
            throw BoundedInput.tooLarge(maxTotal);
        }
        return true;
    }
}
