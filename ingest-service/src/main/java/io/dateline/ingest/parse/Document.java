package io.dateline.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes as they came in.
 *
 * @param bytes       never null; not to be changed
 * @param contentType as declared, parameters included, or null
 * @param url         where it was fetched from, or null
 */
public record Document(byte[] bytes, String contentType, String url) {
    private static final Pattern CHARSET_PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\"';\\s]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int HEAD = 512;

    /** Lower-case type and subtype without parameters; {@code application/octet-stream} where none was declared. */
    public String mediaType() {
        if (contentType == null || contentType.isBlank()) {
            return "application/octet-stream";
        }
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * As text. Byte order mark, then the declared charset, then the XML declaration, then UTF-8 where the bytes are
     * valid, and Windows-1252 (every byte means something) where they are not.
     */
    public String text() {
        Charset marked = byteOrderMark();
        if (marked != null) {
            int mark = marked == StandardCharsets.UTF_8 ? 3 : 2;
            return new String(bytes, mark, bytes.length - mark, marked);
        }
        Charset wide = wideWithoutMark();
        if (wide != null) {
            return new String(bytes, wide);
        }
        Charset declared = declared();
        if (declared != null && declared != StandardCharsets.UTF_8) {
            return new String(bytes, declared);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            // Declared or not, it is not UTF-8; with the declaration most bytes are right, so the rest is replaced.
            return new String(bytes, declared == null ? Charset.forName("windows-1252") : declared);
        }
    }

    /** The beginning, for telling formats apart. */
    String head() {
        String text = text();
        int start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\ufeff')) {
            start++;
        }
        return text.substring(start, Math.min(text.length(), start + 4 * HEAD));
    }

    private Charset byteOrderMark() {
        if (starts(0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
    }

    private Charset wideWithoutMark() {
        if (starts(0, '<', 0, '?')) {
            return StandardCharsets.UTF_16BE;
        }
        return starts('<', 0, '?', 0) ? StandardCharsets.UTF_16LE : null;
    }

    private Charset declared() {
        if (contentType != null) {
            Matcher parameter = CHARSET_PARAMETER.matcher(contentType);
            if (parameter.find()) {
                Charset found = known(parameter.group(1));
                if (found != null) {
                    return found;
                }
            }
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declaration = XML_ENCODING.matcher(head);
        Charset found = declaration.find() ? known(declaration.group(1)) : null;
        // A declaration that could be read byte by byte cannot be true when it says sixteen bits.
        return found != null && found.name().startsWith("UTF-16") ? null : found;
    }

    private static Charset known(String name) {
        try {
            Charset charset = Charset.forName(name);
            // What is called Latin-1 on the wire is Windows-1252, as every browser reads it.
            return charset.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private boolean starts(int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
