package io.dateline.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

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
        return copy(decoded(raw, coding), raw, maxBytes, false);
    }

    /** The first bytes of a body; more of it is not read. */
    byte[] beginning(InputStream in, String coding, long length) throws IOException {
        Counting raw = new Counting(in);
        return copy(decoded(raw, coding), raw, Math.min(length, maxBytes), true);
    }

    private static InputStream decoded(Counting raw, String coding) throws IOException {
        String name = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw);
            case "br" -> new BrotliInputStream(raw);
            case "deflate" -> inflated(raw);
            default -> throw new UnknownCoding();
        };
    }

    /** Deflate should come in a zlib wrapper (RFC 9110, section 8.4.1.2); some send it bare. */
    private static InputStream inflated(Counting raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean wrapped =
                start.length == 2 && (start[0] & 0x0f) == 8 && ((start[0] & 0xff) << 8 | start[1] & 0xff) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!wrapped));
    }

    private byte[] copy(InputStream in, Counting raw, long most, boolean cut) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        // Not closed: closing would read the rest of a body that may have no end.
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (cut && out.size() + read >= most) {
                out.write(buffer, 0, (int) most - out.size());
                return out.toByteArray();
            }
            out.write(buffer, 0, read);
            if (out.size() > most || raw.count > most) {
                throw new TooLarge("The body is larger than " + most + " bytes.");
            }
            // Small bodies may be repetitive; only what grows large this way is a bomb.
            if (in != raw && out.size() > 1024 * 1024 && out.size() > raw.count * maxRatio) {
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
