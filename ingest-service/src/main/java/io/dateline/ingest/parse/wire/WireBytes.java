package io.dateline.ingest.parse.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes of wire copy as characters: each story is decoded for itself, and offsets stay those of the bytes. */
final class WireBytes {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private WireBytes() {}

    /** One character per byte, so that positions in it are positions in the document. */
    static String positions(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A stretch of {@link #positions} as text: UTF-8 where it is valid, else Windows-1252. */
    static String text(String positions) {
        byte[] bytes = positions.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Lines without their ends; controls other than tab are left out. */
    static List<String> lines(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '\n' || c == '\f' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (end) {
                plain.append('\n');
            } else if (c == '\t' || c >= 0x20 && c != 0x7f && c != '\ufeff') {
                plain.append(c);
            }
        }
        return List.of(plain.toString().split("\n", -1));
    }
}
