package io.dateline.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads a body within its limits, decompressing it ourselves so that no bomb goes off in a library. */
final class BodyReader {
    private final long maxBytes;
    private final int maxRatio;

    BodyReader(long maxBytes, int maxRatio) {
        this.maxBytes = maxBytes;
        this.maxRatio = maxRatio;
    }

    /** A body past a limit. */
    static final class TooLarge extends IOException {
        TooLarge(String message) {
            super(message);
        }
    }

    /** A body in a coding we did not ask for. */
    static final class UnknownCoding extends IOException {
        UnknownCoding() {
            super("The body is compressed in a way that was not asked for.");
        }
    }

    /** @param coding the Content-Encoding header, or null */
    byte[] read(InputStream in, String coding) throws IOException {
        Counting raw = new Counting(in);
        String name = coding == null ? "" : coding.strip().toLowerCase(java.util.Locale.ROOT);
        return switch (name) {
            case "", "identity" -> copy(raw, raw, false);
            case "gzip", "x-gzip" -> copy(new GZIPInputStream(raw), raw, true);
            default -> throw new UnknownCoding();
        };
    }

    private byte[] copy(InputStream in, Counting raw, boolean compressed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > maxBytes || raw.count > maxBytes) {
                throw new TooLarge("The body is larger than " + maxBytes + " bytes.");
            }
            // Small bodies may be repetitive; only what grows large this way is a bomb.
            if (compressed && out.size() > 1024 * 1024 && out.size() > raw.count * maxRatio) {
                throw new TooLarge("The body grows more than " + maxRatio + " times by decompression.");
            }
        }
        return out.toByteArray();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
