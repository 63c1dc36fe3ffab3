package io.dateline.ingest.text;

import java.nio.charset.Charset;
import org.jsoup.nodes.Entities;

/**
 * A character reference of HTML, read as browsers read it (WHATWG HTML 13.2.5.72): names without a semicolon where HTML
 * always allowed that, Windows-1252 behind the numbers 128 to 159, U+FFFD for what is no character.
 *
 * @param length characters it takes in the source; 0 where there is none
 * @param text   what it stands for
 * @param closed whether it is written in full, with its semicolon, as only a writer of HTML would
 */
record CharacterReference(int length, String text, boolean closed) {
    static final CharacterReference NONE = new CharacterReference(0, "", false);
    /** Longest name that HTML knows. */
    private static final int NAME = 31;

    private static final int DIGITS = 10;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What begins at the ampersand at {@code at}. */
    static CharacterReference at(CharSequence source, int at) {
        if (at + 1 < source.length() && source.charAt(at + 1) == '#') {
            return number(source, at);
        }
        int end = at + 1;
        int limit = Math.min(source.length(), end + NAME);
        while (end < limit && HtmlElement.letterOrDigit(source.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            return NONE;
        }
        String name = source.subSequence(at + 1, end).toString();
        boolean closed = end < source.length() && source.charAt(end) == ';';
        return closed ? closed(name) : open(name);
    }

    private static CharacterReference closed(String name) {
        String common = switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> "\u00a0";
            default -> Entities.getByName(name);
        };
        return common.isEmpty() ? open(name) : new CharacterReference(name.length() + 2, common, true);
    }

    private static CharacterReference open(String name) {
        for (int end = name.length(); end > 1; end--) {
            String start = name.substring(0, end);
            if (Entities.isBaseNamedEntity(start)) {
                return new CharacterReference(end + 1, Entities.getByName(start), false);
            }
        }
        return NONE;
    }

    private static CharacterReference number(CharSequence source, int at) {
        boolean hex = at + 2 < source.length() && (source.charAt(at + 2) | 0x20) == 'x';
        int begin = at + (hex ? 3 : 2);
        int end = begin;
        long value = 0;
        while (end < source.length() && end - begin < DIGITS * 2) {
            int digit = Character.digit(source.charAt(end), hex ? 16 : 10);
            if (digit < 0 || source.charAt(end) > 'f') {
                break;
            }
            value = Math.min(value * (hex ? 16 : 10) + digit, Integer.MAX_VALUE);
            end++;
        }
        if (end == begin) {
            return NONE;
        }
        boolean closed = end < source.length() && source.charAt(end) == ';';
        return new CharacterReference((closed ? end + 1 : end) - at, character((int) value), closed);
    }

    private static String character(int value) {
        if (value >= 0x80 && value <= 0x9f) {
            return new String(new byte[] {(byte) value}, WINDOWS);
        }
        boolean none = value == 0 || value > Character.MAX_CODE_POINT || value >= 0xd800 && value <= 0xdfff;
        return none ? "\ufffd" : Character.toString(value);
    }
}
