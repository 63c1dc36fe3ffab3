package io.dateline.ingest.text;

/** Reads publishers' HTML as plain text: blocks become paragraphs, what is not copy (scripts, styles) goes. */
public final class HtmlText {
    /** Longer than any name of an element. */
    private static final int NAME = 16;

    private HtmlText() {}

    /**
     * Whether a text that may be either was meant as HTML: it holds a tag or comment of HTML's own, or a character
     * reference. {@code <T>} and {@code <3} are neither.
     */
    public static boolean looksLikeHtml(String text) {
        return holdsTag(text) || holdsReference(text);
    }

    /**
     * Whether a text that was said to be plain is HTML all the same: it holds an end tag or a character reference, and
     * every tag in it is one of HTML's. As feedparser decides it.
     */
    public static boolean isClearlyHtml(String text) {
        int last = text.lastIndexOf('>');
        boolean ends = false;
        for (int at = text.indexOf('<'); at >= 0 && at < last; at = text.indexOf('<', at + 1)) {
            boolean end = text.charAt(at + 1) == '/';
            String name = nameAt(text, end ? at + 2 : at + 1);
            if (!name.isEmpty() && HtmlElement.of(name) == HtmlElement.UNKNOWN) {
                return false;
            }
            ends |= end && !name.isEmpty();
        }
        return ends || holdsReference(text);
    }

    /** Whether it holds a tag of an element of HTML, or a comment. */
    private static boolean holdsTag(String text) {
        int first = text.indexOf('<');
        int last = first < 0 ? -1 : text.lastIndexOf('>');
        for (int at = first; at >= 0 && at < last; at = text.indexOf('<', at + 1)) {
            if (text.startsWith("!--", at + 1)) {
                return text.indexOf("-->", at + 2) > 0;
            }
            if (HtmlElement.of(nameAt(text, text.charAt(at + 1) == '/' ? at + 2 : at + 1)) != HtmlElement.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private static String nameAt(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < NAME && HtmlElement.letterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean holdsReference(String text) {
        int first = text.indexOf('&');
        int last = first < 0 ? -1 : text.lastIndexOf(';');
        for (int at = first; at >= 0 && at < last; at = text.indexOf('&', at + 1)) {
            if (CharacterReference.at(text, at).closed()) {
                return true;
            }
        }
        return false;
    }

    /** Paragraphs parted by a blank line; {@code br} is a line end. Runs of white space become one space. */
    public static String paragraphs(String html) {
        return new HtmlReader(html).read();
    }

    /** On one line. */
    public static String line(String html) {
        return CleanText.oneLine(paragraphs(html));
    }

    /** Character references replaced, tags left as they are. */
    public static String unescape(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (; at >= 0; at = text.indexOf('&', Math.max(copied, at + 1))) {
            CharacterReference reference = CharacterReference.at(text, at);
            if (reference.length() > 0) {
                out.append(text, copied, at).append(reference.text());
                copied = at + reference.length();
            }
        }
        return out.append(text, copied, text.length()).toString();
    }
}
