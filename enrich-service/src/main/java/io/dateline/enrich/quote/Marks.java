package io.dateline.enrich.quote;

import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between quotation marks: straight, curly, low and angled ones, single ones where a full stop, comma
 * or other mark before the closing one tells it from an apostrophe. A quotation inside a quotation belongs to the outer
 * one. Old wires set ``two of each''. A paragraph that ends without its closing mark counts only where the next one opens again, as newspapers set
 * quotations of several paragraphs.
 */
final class Marks {
    private static final int NONE = -1;

    private final Tokens tokens;
    private final int[] paragraph;
    private final List<Stretch> found = new ArrayList<>();

    private Marks(Tokens tokens) {
        this.tokens = tokens;
        this.paragraph = paragraphs(tokens);
    }

    static List<Stretch> find(Tokens tokens) {
        Marks marks = new Marks(tokens);
        marks.run();
        return marks.found;
    }

    /** Number of the paragraph of each token: a line break between two tokens starts another. */
    static int[] paragraphs(Tokens tokens) {
        int[] paragraph = new int[tokens.size()];
        for (int i = 1; i < tokens.size(); i++) {
            paragraph[i] = paragraph[i - 1];
            for (int at = tokens.end(i - 1); at < tokens.start(i); at++) {
                if (tokens.text().charAt(at) == '\n') {
                    paragraph[i]++;
                    break;
                }
            }
        }
        return paragraph;
    }

    private void run() {
        int open = NONE;
        char closing = 0;
        boolean goesOn = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (open != NONE && paragraph[i] != paragraph[open]) {
                boolean opensAgain = opens(i) == closing && closing != 0;
                if (opensAgain && i > open + 1) {
                    found.add(new Stretch(open, i, goesOn));
                }
                goesOn = opensAgain;
                open = NONE;
            }
            if (open == NONE) {
                closing = opens(i);
                goesOn = goesOn && closing != 0 && (i == 0 || paragraph[i] != paragraph[i - 1]);
                open = closing == 0 ? NONE : i;
            } else if (closes(i, closing)) {
                if (i > open + 1) {
                    found.add(new Stretch(open, i, goesOn));
                }
                goesOn = false;
                open = NONE;
            }
        }
    }

    /** The mark that closes what this token opens, or 0 where it opens nothing. */
    private char opens(int i) {
        if (tokens.length(i) != 1 || i + 1 >= tokens.size()) {
            return 0;
        }
        boolean tightAfter = tokens.start(i + 1) == tokens.end(i);
        boolean spaceBefore =
                tokens.start(i) == 0 || !Character.isLetterOrDigit(tokens.text().charAt(tokens.start(i) - 1));
        return switch (tokens.first(i)) {
            case '“' -> '”';
            case '`' -> i > 0 && tokens.is(i - 1, '`') ? '`' : 0;
            case '„' -> '“';
            case '«' -> '»';
            case '"' -> tightAfter && spaceBefore ? '"' : 0;
            case '‘' -> tightAfter && spaceBefore ? '’' : 0;
            case '\'' -> tightAfter && spaceBefore ? '\'' : 0;
            default -> 0;
        };
    }

    private boolean closes(int i, char closing) {
        if (tokens.length(i) != 1) {
            return false;
        }
        char mark = tokens.first(i);
        if (closing == '“') {
            return mark == '“' || mark == '”';
        }
        if (closing == '`') {
            return mark == '"' || mark == '\'' && i + 1 < tokens.size() && tokens.is(i + 1, '\'');
        }
        if (mark != closing) {
            return false;
        }
        // As the British set it: 'The deal is done', said Doe.
        boolean comma = i + 1 < tokens.size() && tokens.is(i + 1, ',') && tokens.start(i + 1) == tokens.end(i);
        return comma || closing != '\'' && closing != '’' || ",.?!".indexOf(tokens.first(i - 1)) >= 0;
    }
}
