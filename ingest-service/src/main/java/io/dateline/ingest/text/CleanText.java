package io.dateline.ingest.text;

import java.text.Normalizer;

/**
 * Text as every later stage can keep it: NFC, line ends as {@code \n}, no NUL, no lone surrogate, no control character
 * and no bidirectional override.
 *
 * @param text    never null
 * @param cleaned whether characters had to be removed (line ends and NFC do not count)
 */
public record CleanText(String text, boolean cleaned) {
    /** Windows-1252 from 0x80 to 0x9f; NUL where it has nothing. */
    private static final String WINDOWS =
            "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0"
                    + "\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

    /** Below it every character is its own composed form. */
    private static final char COMBINING = '\u0300';

    /**
     * Combining marks on one character; more are no language's (UAX #15, Stream-Safe Text Format), and ordering them
     * costs their number squared.
     */
    private static final int MARKS = 30;

    /** Paragraphs stay: parted by one blank line each. */
    public static CleanText paragraphs(String raw) {
        CleanText clean = characters(raw);
        return new CleanText(tidy(clean.text), clean.cleaned);
    }

    /** As {@link #paragraphs}, of text whose white space {@link HtmlText} has put in order already. */
    public static CleanText ofHtml(String text) {
        CleanText clean = characters(text);
        return clean.text.equals(text) ? clean : new CleanText(tidy(clean.text), clean.cleaned);
    }

    /** One line: every run of white space becomes one space. */
    public static CleanText line(String raw) {
        CleanText clean = characters(raw);
        return new CleanText(oneLine(clean.text), clean.cleaned);
    }

    /** White space alone: every run becomes one space, none stays at the ends. */
    static String oneLine(String text) {
        int length = text.length();
        StringBuilder out = null;
        boolean space = true;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean white = white(c);
            if (out == null && (white && (space || c != ' '))) {
                out = new StringBuilder(length).append(text, 0, i);
            }
            if (out != null && !(white && space)) {
                out.append(white ? ' ' : c);
            }
            space = white;
        }
        return (out == null ? text : out.toString()).strip();
    }

    /** No white space before a line's end, no two blank lines in a row. */
    private static String tidy(String text) {
        StringBuilder out = null;
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n') {
                breaks = 0;
            } else {
                boolean spaces = i > 0 && text.charAt(i - 1) != '\n' && white(text.charAt(i - 1));
                if (out == null && (spaces || breaks == 2)) {
                    out = new StringBuilder(text.length()).append(text, 0, i);
                }
                if (spaces && out != null) {
                    breaks = trimLine(out);
                }
                if (++breaks > 2) {
                    continue;
                }
            }
            if (out != null) {
                out.append(c);
            }
        }
        return (out == null ? text : out.toString()).strip();
    }

    /** Takes the white space off the end of the last line; how many line ends stand there then. */
    private static int trimLine(StringBuilder out) {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) != '\n' && white(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
        int breaks = 0;
        while (breaks < 2 && breaks < end && out.charAt(end - 1 - breaks) == '\n') {
            breaks++;
        }
        return breaks;
    }

    private static boolean white(char c) {
        return c <= ' ' || c >= 0x85 && (c == '\u00a0' || Character.isWhitespace(c));
    }

    private static CleanText characters(String raw) {
        StringBuilder kept = null;
        boolean cleaned = false;
        boolean combining = false;
        int marks = 0;
        int length = raw.length();
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            if (c >= ' ' && c < 0x7f || c == '\n') {
                if (kept != null) {
                    kept.append(c);
                }
                marks = 0;
                continue;
            }
            if (c >= 0x80 && c <= 0x9f && windows(c) != 0) {
                kept = kept == null ? new StringBuilder(length).append(raw, 0, i) : kept;
                kept.append(windows(c));
                continue;
            }
            combining |= c >= COMBINING;
            boolean pair =
                    Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(raw.charAt(i + 1));
            marks = c >= COMBINING && mark(pair ? raw.codePointAt(i) : c) ? marks + 1 : 0;
            boolean lineEnd = c == '\r' || c == '\u2028' || c == '\u2029';
            boolean refused = marks > MARKS || !pair && (Character.isSurrogate(c) || unwanted(c));
            if ((refused || lineEnd) && kept == null) {
                kept = new StringBuilder(length).append(raw, 0, i);
            }
            if (lineEnd) {
                kept.append('\n');
                i += c == '\r' && i + 1 < length && raw.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (refused) {
                cleaned = true;
                i += pair ? 1 : 0;
                continue;
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
        return new CleanText(combining ? Normalizer.normalize(text, Normalizer.Form.NFC) : text, cleaned);
    }

    private static boolean mark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** What a control of ISO 8859-1 was meant to be: nobody writes those, and many write Windows-1252. 0 for none. */
    private static char windows(char c) {
        return WINDOWS.charAt(c - 0x80);
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
