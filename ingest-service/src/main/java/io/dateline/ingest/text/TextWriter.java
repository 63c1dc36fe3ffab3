package io.dateline.ingest.text;

/** Text as it comes out of HTML: runs of white space are one space, paragraphs are parted by one blank line. */
final class TextWriter {
    /** What comes out is never longer than what it came from: a break of two characters stands for a tag of three. */
    private final char[] out;

    private int length;
    private int preformatted;

    TextWriter(int sourceLength) {
        out = new char[sourceLength];
    }

    /** Text up to the next character that could be markup; where that is. */
    int appendUntilMarkup(char[] source, int from) {
        int end = length;
        int i = from;
        for (; i < source.length; i++) {
            char c = source[i];
            if (c == '<' || c == '&') {
                break;
            }
            if (c > ' ' && c < 0x7f || c == ' ' && end > 0 && out[end - 1] > ' ') {
                out[end++] = c;
            } else {
                length = end;
                append(c);
                end = length;
            }
        }
        length = end;
        return i;
    }

    void append(char c) {
        if (c > ' ' && c < 0x7f || c > ' ' && c != '\u00a0' && !Character.isWhitespace(c)) {
            out[length++] = c;
        } else if (preformatted > 0 && c == '\n') {
            lineEnd();
        } else if (length > 0 && out[length - 1] != ' ' && out[length - 1] != '\n') {
            out[length++] = ' ';
        }
    }

    void lineEnd() {
        breaks(1);
    }

    void paragraph() {
        breaks(2);
    }

    private void breaks(int wanted) {
        while (length > 0 && out[length - 1] == ' ') {
            length--;
        }
        int there = 0;
        while (there < length && out[length - 1 - there] == '\n') {
            there++;
        }
        if (length > 0) {
            // One br after another makes a blank line, and never more than one.
            int missing = wanted == 1 ? (there < 2 ? 1 : 0) : 2 - there;
            for (int i = 0; i < missing; i++) {
                out[length++] = '\n';
            }
        }
    }

    void preformatted(int change) {
        preformatted = Math.max(0, preformatted + change);
    }

    String text() {
        int end = length;
        while (end > 0 && out[end - 1] <= ' ') {
            end--;
        }
        return new String(out, 0, end);
    }
}
