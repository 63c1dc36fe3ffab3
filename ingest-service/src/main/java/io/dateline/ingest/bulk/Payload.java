package io.dateline.ingest.bulk;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The bytes of a page as its server meant them, within a limit. */
final class Payload {
    private Payload() {}

    /** A page that cannot be had whole. The message may be shown. */
    static final class Refused extends Exception {
        private final String code;

        Refused(String code, String detail) {
            super(detail);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * @param in       the body, transfer coding removed
     * @param encoding the Content-Encoding, or null
     * @param max      bytes, before and after decompression
     * @throws Refused {@code too-large}, {@code truncated} or {@code bad-encoding}
     */
    static byte[] read(InputStream in, String encoding, long max) throws IOException, Refused {
        byte[] raw = bounded(in, max);
        String coding = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        // Crawlers that decompress leave the header as it was.
        boolean gzip = raw.length > 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b;
        try {
            return switch (coding) {
                case "", "identity", "none" -> raw;
                case "gzip", "x-gzip" -> gzip ? bounded(new GZIPInputStream(new ByteArrayInputStream(raw)), max) : raw;
                case "deflate" ->
                    raw.length > 0 && raw[0] == 0x78
                            ? bounded(new InflaterInputStream(new ByteArrayInputStream(raw)), max)
                            : raw;
                default -> throw new Refused("bad-encoding", "The page is compressed in a way that cannot be read.");
            };
        } catch (ZipException e) {
            throw new Refused("bad-encoding", "The page cannot be decompressed.");
        } catch (EOFException e) {
            throw new Refused("truncated", "The page breaks off.");
        }
    }

    private static byte[] bounded(InputStream in, long max) throws IOException, Refused {
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, max + 1));
        if (bytes.length > max) {
            throw new Refused("too-large", "The page is larger than " + max + " bytes.");
        }
        return bytes;
    }
}
