package io.dateline.ingest.text;

import java.nio.CharBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * One pass over HTML, without a tree: tags are told apart as the WHATWG tokenizer does it, so that nothing a browser
 * would take for markup is left in the text. Linear: what never ends is looked for once for each name.
 */
final class HtmlReader {
    private final char[] html;
    private final TextWriter out;
    private int at;
    private boolean inCdata;
    /** The element being skipped, how many of its name are open, and where to go on should it never end. */
    private String skipping;

    private int depth;
    private int resume;
    /** The last place where a tag can end. */
    private final int lastEnd;

    private boolean endlessComment;
    /** Elements that are not copy but have no end: what follows them is copy. */
    private final Set<String> endless = new HashSet<>();

    HtmlReader(String source) {
        html = source.toCharArray();
        out = new TextWriter(html.length);
        lastEnd = source.lastIndexOf('>');
    }

    String read() {
        while (true) {
            while (at < html.length) {
                step();
            }
            if (skipping == null) {
                return out.text();
            }
            endless.add(skipping);
            skipping = null;
            at = resume;
        }
    }

    private void step() {
        char c = html[at];
        if (c == '<') {
            if (!markup()) {
                text('<');
                at++;
            }
        } else if (c == '&') {
            reference();
        } else {
            run();
        }
    }

    private void text(char c) {
        if (skipping == null) {
            out.append(c);
        }
    }

    /** Everything up to the next character that could be markup. */
    private void run() {
        if (skipping == null && !inCdata) {
            at = out.appendUntilMarkup(html, at);
            return;
        }
        int end = at;
        while (end < html.length && html[end] != '<' && html[end] != '&') {
            end++;
        }
        if (inCdata && skipping == null) {
            for (; at < end; at++) {
                if (html[at] == ']' && starts("]]>")) {
                    inCdata = false;
                    at += 2;
                } else {
                    out.append(html[at]);
                }
            }
        }
        at = end;
    }

    private void reference() {
        CharacterReference found = CharacterReference.at(CharBuffer.wrap(html, at, html.length - at), 0);
        if (found.length() == 0) {
            text('&');
            at++;
            return;
        }
        for (int i = 0; i < found.text().length(); i++) {
            text(found.text().charAt(i));
        }
        at += found.length();
    }

    /** Passes over a tag, comment or declaration; false where there is none and the character stands for itself. */
    private boolean markup() {
        char next = at + 1 < html.length ? html[at + 1] : 0;
        if (HtmlElement.letter(next)) {
            tag(at + 1, false);
        } else if (next == '/' && at + 2 < html.length && HtmlElement.letter(html[at + 2])) {
            tag(at + 2, true);
        } else if (starts("<!--")) {
            comment();
        } else if (starts("<![CDATA[")) {
            // Some wrap twice: the text is meant, the wrapping is not.
            inCdata = true;
            at += 9;
        } else if (declaration(next) && at < lastEnd) {
            at = after('>', at + 2);
        } else {
            return false;
        }
        return true;
    }

    private boolean declaration(char next) {
        return next == '?' || next == '/' || next == '!' && at + 2 < html.length && HtmlElement.letter(html[at + 2]);
    }

    /** One that never ends is taken to end with the next tag: no copy is lost by it. */
    private void comment() {
        int end = at + 4;
        if (end < html.length && html[end] == '>') {
            at = end + 1;
            return;
        }
        for (int i = at + 4; i < html.length && !endlessComment; i++) {
            if (html[i] == '>' && endsComment(i)) {
                at = i + 1;
                return;
            }
        }
        endlessComment = true;
        at = after('>', at + 4);
    }

    /** {@code -->}, which may share its dashes with the beginning, or {@code --!>}. */
    private boolean endsComment(int i) {
        boolean dashes = html[i - 1] == '-' && html[i - 2] == '-';
        boolean marked = i - 3 >= at + 4 && html[i - 1] == '!' && html[i - 2] == '-' && html[i - 3] == '-';
        return dashes || marked;
    }

    private void tag(int nameAt, boolean end) {
        int nameEnd = nameAt;
        while (nameEnd < html.length && HtmlElement.inName(html[nameEnd])) {
            nameEnd++;
        }
        String name = HtmlElement.lower(new String(html, nameAt, nameEnd - nameAt));
        at = nameEnd;
        boolean empty = attributes();
        HtmlElement kind = HtmlElement.of(name);
        if (skipping != null) {
            skip(name, end, kind, empty);
        } else if (end) {
            close(kind);
        } else {
            open(name, kind, empty);
        }
    }

    /** To behind the tag, minding quotes; whether it ended in a slash. A tag that the text ends in is none of the copy. */
    private boolean attributes() {
        boolean value = false;
        while (at < html.length) {
            char c = html[at++];
            if (c == '>') {
                return html[at - 2] == '/';
            }
            if (value && (c == '"' || c == '\'')) {
                at = after(c, at);
                value = false;
            } else if (c == '=') {
                value = true;
            } else if (c > ' ') {
                value = false;
            }
        }
        return false;
    }

    private void open(String name, HtmlElement kind, boolean empty) {
        switch (kind) {
            case BLOCK -> out.paragraph();
            case PREFORMATTED -> {
                out.paragraph();
                out.preformatted(1);
            }
            case BREAK -> out.lineEnd();
            case RAW -> rawText(name, empty);
            case SKIPPED -> {
                if (!empty && !endless.contains(name)) {
                    skipping = name;
                    depth = 1;
                    resume = at;
                }
            }
            default -> {
                // Inline, or not HTML: its text is copy.
            }
        }
    }

    private void close(HtmlElement kind) {
        switch (kind) {
            case BLOCK -> out.paragraph();
            case PREFORMATTED -> {
                out.preformatted(-1);
                out.paragraph();
            }
            case BREAK -> out.lineEnd();
            case CELL -> out.append(' ');
            default -> {
                // Nothing to part.
            }
        }
    }

    private void skip(String name, boolean end, HtmlElement kind, boolean empty) {
        if (name.equals(skipping)) {
            depth += end ? -1 : empty ? 0 : 1;
            if (depth == 0) {
                skipping = null;
            }
        } else if (kind == HtmlElement.RAW && !end && !empty) {
            rawText(name, false);
        }
    }

    /**
     * To behind the end tag. Where there is none, a script or style sheet takes all that follows, as in a browser; other
     * elements are taken for empty, as XHTML writes them.
     */
    private void rawText(String name, boolean empty) {
        int begin = at;
        while (at < html.length && !endless.contains(name)) {
            at = after('<', at);
            if (at < html.length && html[at] == '/' && names(name, at + 1)) {
                at += 1 + name.length();
                attributes();
                return;
            }
        }
        endless.add(name);
        boolean code = name.equals("script") || name.equals("style");
        at = code && !empty ? html.length : begin;
    }

    private boolean names(String name, int from) {
        int end = from + name.length();
        if (end > html.length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(html[from + i]) != name.charAt(i)) {
                return false;
            }
        }
        return end == html.length || !HtmlElement.inName(html[end]);
    }

    private int after(char wanted, int from) {
        int i = from;
        while (i < html.length && html[i] != wanted) {
            i++;
        }
        return Math.min(html.length, i + 1);
    }

    private boolean starts(String wanted) {
        if (at + wanted.length() > html.length) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (html[at + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
