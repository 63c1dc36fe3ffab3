package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.TextHash;
import java.text.Normalizer;
import java.util.Locale;

/** Names as ids and as shown. */
final class Names {
    private static final int LONGEST_KEY = 120;

    private Names() {}

    /** "per:sahiba-gafarova": type and name, without case, accents and marks; letters of other scripts stay. */
    static String id(Entity.Type type, String name) {
        return type.name().toLowerCase(Locale.ROOT) + ":" + key(name);
    }

    static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder(name.length());
        boolean gap = false;
        for (int i = 0; i < plain.length() && key.length() < LONGEST_KEY; ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (gap && key.length() > 0) {
                    key.append('-');
                }
                gap = false;
                key.appendCodePoint(Character.toLowerCase(c));
            } else if (!isPartOfWord(c)) {
                gap = true;
            }
        }
        return key.length() == 0 ? Integer.toHexString(name.hashCode()) : key.toString();
    }

    private static boolean isPartOfWord(int c) {
        int type = Character.getType(c);
        return c == '\'' || c == '\u2019' || c == '.' || type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    /** On one line, without soft hyphens and the like. */
    static String shown(String surface) {
        StringBuilder out = new StringBuilder(surface.length());
        boolean gap = false;
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            if (Character.isWhitespace(c) || c < ' ') {
                gap = true;
            } else if (!TextHash.isFormat(c)) {
                if (gap && out.length() > 0) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }
}
