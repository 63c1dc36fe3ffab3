package io.dateline.ingest.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as every later stage can keep it: NFC, line ends as {@code \n}, no NUL, no lone surrogate, no control character
 * and no bidirectional override.
 *
 * @param text    never null
 * @param cleaned whether characters had to be removed (line ends and NFC do not count)
 */
public record CleanText(String text, boolean cleaned) {
    private static final Pattern SPACES_BEFORE_LINE_END = Pattern.compile("[ \\t\\u00a0]+\\n");
    private static final Pattern MANY_BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00a0]+");

    /** Paragraphs stay: parted by one blank line each. */
    public static CleanText paragraphs(String raw) {
        CleanText clean = characters(raw);
        String text = SPACES_BEFORE_LINE_END.matcher(clean.text).replaceAll("\n");
        text = MANY_BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
        return new CleanText(text, clean.cleaned);
    }

    /** One line: every run of white space becomes one space. */
    public static CleanText line(String raw) {
        CleanText clean = characters(raw);
        return new CleanText(WHITE_SPACE.matcher(clean.text).replaceAll(" ").strip(), clean.cleaned);
    }

    private static CleanText characters(String raw) {
        StringBuilder kept = null;
        boolean cleaned = false;
        int length = raw.length();
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(raw.charAt(i + 1));
            boolean lineEnd = c == '\r';
            boolean refused = !pair && (Character.isSurrogate(c) || unwanted(c));
            if ((refused || lineEnd) && kept == null) {
                kept = new StringBuilder(length).append(raw, 0, i);
            }
            if (lineEnd) {
                kept.append('\n');
                i += i + 1 < length && raw.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (refused) {
                cleaned = true;
            } else if (kept != null) {
                kept.append(c);
            }
            if (pair) {
                i++;
                if (kept != null) {
                    kept.append(raw.charAt(i));
                }
            }
        }
        String text = kept == null ? raw : kept.toString();
        return new CleanText(Normalizer.normalize(text, Normalizer.Form.NFC), cleaned);
    }

    /** Controls other than tab and line feed, byte order marks, and what turns the direction of the text around. */
    private static boolean unwanted(char c) {
        if (c < 0x20) {
            return c != '\n' && c != '\t' && c != '\r';
        }
        return c >= 0x7f && c <= 0x9f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0xfeff
                || c == 0xfffe
                || c == 0xffff;
    }

    /** At most {@code limit} UTF-16 code units, never half a surrogate pair. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end).stripTrailing();
    }
}
