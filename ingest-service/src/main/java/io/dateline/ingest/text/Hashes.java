package io.dateline.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, whole and cut to 128 bits, in lower-case hex. */
public final class Hashes {
    private Hashes() {}

    /** 64 characters. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The first 128 bits of SHA-256 over the UTF-8 form: 32 characters. */
    public static String short128(String text) {
        byte[] whole = digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, 16);
    }

    /** SHA-256 over fields in order. Each is written with its length, so that no two lists of fields look alike. */
    public static String ofFields(Iterable<String> fields) {
        MessageDigest digest = digest();
        for (String field : fields) {
            byte[] bytes = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4)
                    .putInt(bytes == null ? -1 : bytes.length)
                    .array());
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
