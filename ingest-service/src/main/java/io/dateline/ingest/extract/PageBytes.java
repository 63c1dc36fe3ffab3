package io.dateline.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page's bytes as text: the charset that is declared, or what the bytes show; and no more tags than a page has. */
final class PageBytes {
    static final int TAGS = 60_000;
    private static final int HEAD = 4_096;
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\"';\\s]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Charset LATIN = Charset.forName("windows-1252");

    private PageBytes() {}

    /**
     * Byte order mark, then the Content-Type's charset, then {@code meta}, then UTF-8 where the bytes are valid, and
     * Windows-1252 where they are not. Cut before the 60,001st tag.
     */
    static String text(byte[] bytes, String contentType) {
        String text = new String(bytes, charset(bytes, contentType));
        int start = text.startsWith("\ufeff") ? 1 : 0;
        int tags = 0;
        for (int at = text.indexOf('<', start); at >= 0; at = text.indexOf('<', at + 1)) {
            if (++tags > TAGS) {
                return text.substring(start, at);
            }
        }
        return text.substring(start);
    }

    private static Charset charset(byte[] bytes, String contentType) {
        Charset marked = mark(bytes);
        if (marked != null) {
            return marked;
        }
        Charset declared = first(PARAMETER, contentType);
        if (declared != null) {
            return declared;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        declared = first(META, head);
        // A declaration that could be read byte by byte cannot be true when it says sixteen bits.
        if (declared != null && !declared.name().startsWith("UTF-16")) {
            return declared;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return LATIN;
        }
    }

    private static Charset mark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                ? StandardCharsets.UTF_16LE
                : null;
    }

    private static Charset first(Pattern pattern, String in) {
        Matcher matcher = in == null ? null : pattern.matcher(in);
        if (matcher == null || !matcher.find()) {
            return null;
        }
        try {
            Charset charset = Charset.forName(matcher.group(1));
            // What is called Latin-1 on the web is Windows-1252, as every browser reads it.
            return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                    ? LATIN
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Misspelt or unknown: as if nothing were declared.
            return null;
        }
    }
}
