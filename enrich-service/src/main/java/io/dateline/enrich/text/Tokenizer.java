package io.dateline.enrich.text;

import java.util.Arrays;
import java.util.Set;

/**
 * Cuts text into words, numbers and marks, and into sentences. One pass, no patterns: linear in the length whatever
 * the text is. Words keep inner hyphens and apostrophes; {@code 's}, {@code n't}, {@code 'll} and the like stand alone;
 * the period of an abbreviation belongs to its word; each ideograph is a word. Markup left in, addresses of the web and
 * handles are gaps between words; a character reference that stands for a letter belongs to its word.
 */
public final class Tokenizer {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "gov", "rep", "lt", "col", "sgt", "capt", "maj", "cmdr",
            "adm", "st", "jr", "sr", "inc", "corp", "co", "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
            "sept", "oct", "nov", "dec", "no", "vs", "rev", "hon", "pres", "mt", "ft", "dept", "univ", "bros", "ala",
            "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass",
            "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash",
            "wis", "wyo", "e.g", "i.e", "a.m", "p.m", "ph.d");
    private static final int LONGEST_ABBREVIATION = 5;
    private static final int NOT = 3;
    private static final String AMPERSAND = "&amp;";

    private final String text;
    private final Markup markup;
    private int[] start;
    private int[] end;
    private byte[] kind;
    private long[] lower;
    private int size;

    private Tokenizer(String text) {
        this.text = text;
        this.markup = new Markup(text);
        int guess = text.length() / 5 + 8;
        start = new int[guess];
        end = new int[guess];
        kind = new byte[guess];
        lower = new long[guess];
    }

    /** @param text never null; any text at all */
    public static Tokens tokenize(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        tokenizer.cut();
        return new Tokens(
                text,
                tokenizer.size,
                tokenizer.start,
                tokenizer.end,
                tokenizer.kind,
                tokenizer.lower,
                tokenizer.sentences());
    }

    private int[] sentences() {
        return new Sentences(text, size, start, end, kind, lower).numbers();
    }

    private void cut() {
        int i = 0;
        int length = text.length();
        while (i < length) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (isSpace(c)) {
                i += width;
            } else if (isIdeograph(c)) {
                add(i, i + width, Tokens.WORD);
                i += width;
            } else if (Character.isLetter(c)) {
                i = word(i);
            } else if (Character.isDigit(c)) {
                i = number(i);
            } else {
                int gap = markup.end(i);
                if (gap == i || text.startsWith(AMPERSAND, i)) {
                    i = mark(i, Math.max(width, gap - i));
                } else {
                    i = c == '&' && markup.isLetter(i, gap) ? word(i) : gap;
                }
            }
        }
    }

    private int word(int from) {
        if (isNot(from)) {
            add(from, from + NOT, Tokens.WORD);
            return from + NOT;
        }
        int i = from;
        int length = text.length();
        while (i < length) {
            int c = text.codePointAt(i);
            if (isWordPart(c)) {
                i += Character.charCount(c);
            } else if (isApostrophe(c) && i + 1 < length && Character.isLetter(text.codePointAt(i + 1))) {
                if (isNot(i - 1) && i - 1 > from) {
                    i--;
                    break;
                }
                if (clitic(i) > 0) {
                    break;
                }
                i++;
            } else if (isHyphen(c) && i + 1 < length && Character.isLetterOrDigit(text.codePointAt(i + 1))) {
                i++;
            } else if (c == '&' && markup.isLetter(i, markup.reference(i))) {
                i = markup.reference(i);
            } else if ((c == '.' || c == '&') && i > from && i + 1 < length && joins(from, i)) {
                i++;
            } else {
                break;
            }
        }
        while (i > from && TextHash.isFormat(text.charAt(i - 1))) {
            i--;
        }
        int address = i < length && (text.charAt(i) == ':' || text.charAt(i) == '.') ? markup.address(from, i) : from;
        if (address > from) {
            return address;
        }
        if (i < length && text.charAt(i) == '.' && isAbbreviation(from, i)) {
            i++;
        }
        add(from, i, Tokens.WORD);
        return i;
    }

    /** Inside "U.S", "a.m", "AT&T": a mark between single letters or capitals. */
    private boolean joins(int from, int at) {
        char next = text.charAt(at + 1);
        if (text.charAt(at) == '&') {
            return Character.isUpperCase(text.charAt(at - 1)) && Character.isUpperCase(next) && at - from <= 2;
        }
        boolean single = at - from == 1 || text.charAt(at - 2) == '.';
        return single && Character.isLetter(next);
    }

    private boolean isAbbreviation(int from, int to) {
        int length = to - from;
        if (length == 1) {
            return Character.isUpperCase(text.charAt(from));
        }
        if (text.charAt(to - 2) == '.') {
            return true;
        }
        if (length > LONGEST_ABBREVIATION || !Character.isUpperCase(text.charAt(from))) {
            return false;
        }
        StringBuilder word = new StringBuilder(length);
        for (int i = from; i < to; i++) {
            word.append(TextHash.lower(text.charAt(i)));
        }
        return ABBREVIATIONS.contains(word.toString());
    }

    /** "n't", as it stands at the end of "didn't". */
    private boolean isNot(int from) {
        return from + 2 < text.length()
                && TextHash.lower(text.charAt(from)) == 'n'
                && isApostrophe(text.charAt(from + 1))
                && TextHash.lower(text.charAt(from + 2)) == 't'
                && endsWord(from + NOT);
    }

    /** Length of the "'s", "'ll", "'d", "'re", "'ve" or "'m" that stands at an apostrophe, or 0. */
    private int clitic(int apostrophe) {
        int second = apostrophe + 2;
        char first = TextHash.lower(text.charAt(apostrophe + 1));
        if ((first == 's' || first == 'd' || first == 'm') && endsWord(second)) {
            return 2;
        }
        if (second >= text.length() || !endsWord(second + 1)) {
            return 0;
        }
        char last = TextHash.lower(text.charAt(second));
        boolean will = first == 'l' && last == 'l';
        return will || last == 'e' && (first == 'r' || first == 'v') ? 3 : 0;
    }

    private boolean endsWord(int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private int number(int from) {
        int i = from;
        int length = text.length();
        while (i < length) {
            int c = text.codePointAt(i);
            boolean inner = (c == '.' || c == ',' || c == ':' || isHyphen(c))
                    && i + 1 < length
                    && Character.isDigit(text.codePointAt(i + 1));
            if (Character.isLetterOrDigit(c)) {
                i += Character.charCount(c);
            } else if (inner) {
                i++;
            } else {
                break;
            }
        }
        add(from, i, Tokens.NUMBER);
        return i;
    }

    private int mark(int from, int width) {
        if (isApostrophe(text.charAt(from)) && from + 1 < text.length() && size > 0 && end[size - 1] == from) {
            int clitic = clitic(from);
            if (clitic > 0) {
                add(from, from + clitic, Tokens.MARK);
                return from + clitic;
            }
        }
        add(from, from + width, Tokens.MARK);
        return from + width;
    }

    private void add(int from, int to, byte of) {
        if (size == start.length) {
            int grown = size + size / 2 + 8;
            start = Arrays.copyOf(start, grown);
            end = Arrays.copyOf(end, grown);
            kind = Arrays.copyOf(kind, grown);
            lower = Arrays.copyOf(lower, grown);
        }
        start[size] = from;
        end[size] = to;
        kind[size] = of;
        lower[size] = TextHash.lower(text, from, to);
        size++;
    }

    private static boolean isWordPart(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return (Character.isLetterOrDigit(c)
                        || type == Character.FORMAT
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK)
                && !isIdeograph(c);
    }

    private static boolean isSpace(int c) {
        return c <= ' '
                || c == 0xA0
                || c > 127 && c < 0x10000 && TextHash.isFormat((char) c)
                || c > 127 && (Character.isWhitespace(c) || Character.isSpaceChar(c))
                || c >= 0x7F && c < 0xA0;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x2E80 && (Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30FF);
    }
}
