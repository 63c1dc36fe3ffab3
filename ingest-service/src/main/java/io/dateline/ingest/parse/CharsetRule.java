package io.dateline.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a document's bytes are written in, from its mark, what was declared, and the bytes themselves. */
final class CharsetRule {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\"';\\s]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int HEAD = 512;
    /** Names that mean more on the web than they say (WHATWG Encoding, 4.2): every browser reads them so. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"));

    private final byte[] bytes;
    private final String contentType;

    CharsetRule(byte[] bytes, String contentType) {
        this.bytes = bytes;
        this.contentType = contentType;
    }

    /** Whether it is UTF-8 as far as can be told without looking at every byte: a strict reader finds out the rest. */
    boolean saysUtf8() {
        if (marked(bytes) != null) {
            return marked(bytes) == StandardCharsets.UTF_8;
        }
        Charset declared = wideWithoutMark() == null ? declared() : WINDOWS_1252;
        return declared == null || declared == StandardCharsets.UTF_8;
    }

    Charset charset() {
        Charset marked = marked(bytes);
        if (marked != null) {
            return marked;
        }
        Charset wide = wideWithoutMark();
        if (wide != null) {
            return wide;
        }
        Charset declared = declared();
        if (declared == null) {
            return MendedUtf8.plausible(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252;
        }
        if (declared == StandardCharsets.UTF_8) {
            return MendedUtf8.plausible(bytes) ? declared : WINDOWS_1252;
        }
        return disproved(declared) ? StandardCharsets.UTF_8 : declared;
    }

    /**
     * Servers announce their default for whatever they send. Text of one byte a character that happens to be valid
     * UTF-8 with other than ASCII in it does not occur by chance; of more bytes it may, unless it is wrong as declared.
     */
    private boolean disproved(Charset declared) {
        if (!MendedUtf8.validBeyondAscii(bytes)) {
            return false;
        }
        if (declared.newEncoder().maxBytesPerChar() <= 1.0f) {
            return true;
        }
        try {
            declared.newDecoder().decode(ByteBuffer.wrap(bytes));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    private Charset declared() {
        if (contentType != null) {
            Matcher parameter = PARAMETER.matcher(contentType);
            if (parameter.find()) {
                Charset found = known(parameter.group(1));
                if (found != null && !wide(found)) {
                    return found;
                }
            }
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head);
        Charset found = declaration.find() ? known(declaration.group(1)) : null;
        // A declaration that could be read byte by byte cannot be true when it says sixteen bits.
        return found != null && wide(found) ? null : found;
    }

    private static boolean wide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** What a name stands for on the web, or null where it stands for nothing we can read. */
    static Charset known(String name) {
        try {
            Charset charset = Charset.forName(name);
            String meant = MEANT.get(charset.name().toLowerCase(Locale.ROOT));
            Charset found = meant == null ? charset : Charset.forName(meant);
            return found.canEncode() ? found : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static Charset marked(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(bytes, 0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(bytes, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
    }

    /** Bytes of the mark at the beginning. */
    static int markLength(byte[] bytes) {
        Charset marked = marked(bytes);
        if (marked == null) {
            return 0;
        }
        return marked == StandardCharsets.UTF_8 ? 3 : marked.name().startsWith("UTF-32") ? 4 : 2;
    }

    private Charset wideWithoutMark() {
        if (starts(bytes, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(bytes, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(bytes, 0, '<', 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(bytes, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        // "<?xml" as EBCDIC writes it; which of its code pages matters little to ASCII's characters.
        return starts(bytes, 0x4c, 0x6f, 0xa7, 0x94) ? known("IBM037") : null;
    }

    private static boolean starts(byte[] bytes, int... wanted) {
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
