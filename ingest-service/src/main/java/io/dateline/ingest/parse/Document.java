package io.dateline.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Bytes as they came in.
 *
 * @param bytes       never null; not to be changed
 * @param contentType as declared, parameters included, or null
 * @param url         where it was fetched from, or null
 */
public record Document(byte[] bytes, String contentType, String url) {
    private static final int HEAD = 4096;
    /** Servers send anything; a word alone ("xml") is told apart from nothing. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Lower-case type and subtype without parameters; {@code application/octet-stream} where none was declared. */
    public String mediaType() {
        String declared =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(declared).matches() ? declared : "application/octet-stream";
    }

    /**
     * What the bytes are read as. A byte order mark decides, then what was declared (by the transport before the
     * document itself) unless the bytes show that it cannot be true; undeclared, it is UTF-8 where the bytes are valid,
     * and Windows-1252, in which every byte means something, where they are not. Never null.
     */
    public Charset charset() {
        return new CharsetRule(bytes, contentType).charset();
    }

    /** As text, without a byte order mark. Bytes that are none in the charset are replaced or read as Windows-1252. */
    public String text() {
        return text(charset());
    }

    String text(Charset charset) {
        int from = CharsetRule.markLength(bytes);
        return charset == StandardCharsets.UTF_8
                ? MendedUtf8.decode(bytes, from)
                : new String(bytes, from, bytes.length - from, charset);
    }

    /** The beginning, for telling formats apart. */
    String head() {
        int length = Math.min(bytes.length, HEAD);
        byte[] first = Arrays.copyOf(bytes, length);
        String text = new Document(first, contentType, url).text();
        int start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\ufeff')) {
            start++;
        }
        return text.substring(start);
    }
}
