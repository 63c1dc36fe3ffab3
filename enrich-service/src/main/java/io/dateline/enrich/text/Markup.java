package io.dateline.enrich.text;

import java.util.HashSet;
import java.util.Set;

/**
 * What is no text of the story: tags, scripts, styles and comments left in, character references, addresses of the web
 * and handles. Looks at each character a bounded number of times.
 */
final class Markup {
    private static final int LONGEST_TAG = 2_000;
    private static final int LONGEST_REFERENCE = 10;
    private static final String[] HIDDEN = {"script", "style"};
    private static final String[] BLOCKS = {"p", "br", "div", "h1", "h2", "h3", "h4", "li", "td", "tr", "ul", "section"
    };
    private static final String[] ACCENTS = {"uml", "acute", "grave", "circ", "tilde", "cedil", "ring", "slash", "caron"
    };

    private final String text;
    /** What is nowhere from here on, so that it is not looked for again. */
    private final Set<String> neverClosed = new HashSet<>();

    Markup(String text) {
        this.text = text;
    }

    /** Where what starts at a mark ends; the place itself where it is text. */
    int end(int from) {
        return switch (text.charAt(from)) {
            case '<' -> tag(from);
            case '&' -> reference(from);
            case '@' -> handle(from);
            default -> from;
        };
    }

    private int tag(int from) {
        if (text.startsWith("<!--", from)) {
            return hidden(from, "-->");
        }
        int at = from + 1;
        boolean closing = at < text.length() && text.charAt(at) == '/';
        at += closing ? 1 : 0;
        int name = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        if (at == name || !isLetter(text.charAt(name))) {
            return from;
        }
        boolean attributes = false;
        int most = Math.min(text.length(), from + LONGEST_TAG);
        int end = at;
        while (end < most && text.charAt(end) != '>' && text.charAt(end) != '<') {
            attributes |= text.charAt(end) == '=' || text.charAt(end) == '/';
            end++;
        }
        // "a <b and c> d" is no tag.
        boolean whole = end < most && text.charAt(end) == '>' && (closing || attributes || end == at);
        if (!whole) {
            return from;
        }
        for (String hidden : HIDDEN) {
            if (!closing && is(hidden, name, at)) {
                return Math.max(end + 1, hidden(end + 1, "</" + hidden));
            }
        }
        return end + 1;
    }

    /** The end of what closes something hidden; the place itself where nothing does. */
    private int hidden(int from, String close) {
        if (neverClosed.contains(close)) {
            return from;
        }
        for (int at = text.indexOf(close.charAt(0), from); at >= 0; at = text.indexOf(close.charAt(0), at + 1)) {
            if (text.regionMatches(true, at, close, 0, close.length())) {
                return close.charAt(0) == '<' ? at : at + close.length();
            }
        }
        neverClosed.add(close);
        return from;
    }

    /** "&nbsp;", "&#287;": its end, or the place itself. */
    int reference(int from) {
        int at = from + 1;
        while (at < text.length()
                && at - from < LONGEST_REFERENCE
                && (isName(text.charAt(at)) || text.charAt(at) == '#')) {
            at++;
        }
        return at > from + 1 && at < text.length() && text.charAt(at) == ';' ? at + 1 : from;
    }

    /** Whether the reference at a place stands for a letter: "&#287;", "&ouml;". */
    boolean isLetter(int from, int end) {
        if (end == from) {
            return false;
        }
        if (text.charAt(from + 1) == '#') {
            int code = 0;
            boolean hex = text.charAt(from + 2) == 'x' || text.charAt(from + 2) == 'X';
            for (int at = from + (hex ? 3 : 2); at < end - 1; at++) {
                int digit = Character.digit(text.charAt(at), hex ? 16 : 10);
                if (digit < 0) {
                    return false;
                }
                code = Math.min(Character.MAX_CODE_POINT, code * (hex ? 16 : 10) + digit);
            }
            return Character.isLetter(code);
        }
        for (String accent : ACCENTS) {
            if (end - from == accent.length() + 3 && text.startsWith(accent, from + 2)) {
                return true;
            }
        }
        return false;
    }

    private int handle(int from) {
        boolean alone = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
        int at = from + 1;
        while (alone && at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at > from + 1 ? at : from;
    }

    /** The end of the address of the web whose first word is {@code [from, to)}; {@code from} where it is none. */
    int address(int from, int to) {
        boolean scheme = text.startsWith("://", to) && to - from <= LONGEST_REFERENCE;
        if (!scheme && !(to - from == 3 && text.startsWith("www", from) && text.startsWith(".", to))) {
            return from;
        }
        int at = to;
        while (at < text.length()
                && text.charAt(at) > ' '
                && "<>\"\u201C\u201D\u00BB\u00A0".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        while (at > to + 1 && ".,;:!?)]'\u2019".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /** Whether the "<" at a place opens or closes a paragraph or the like. */
    static boolean isBlock(String text, int from) {
        int name = from + 1 < text.length() && text.charAt(from + 1) == '/' ? from + 2 : from + 1;
        for (String block : BLOCKS) {
            int end = name + block.length();
            if (text.regionMatches(true, name, block, 0, block.length())
                    && end < text.length()
                    && !isName(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private boolean is(String name, int from, int to) {
        return to - from == name.length() && text.regionMatches(true, from, name, 0, name.length());
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isName(char c) {
        return isLetter(c) || c >= '0' && c <= '9';
    }
}
