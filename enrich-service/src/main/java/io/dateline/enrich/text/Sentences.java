package io.dateline.enrich.text;

/** Numbers the sentences of a text that is cut into tokens: by paragraphs, short lines, and marks that end one. */
final class Sentences {
    /** A line shorter than this that ends without a full stop is a heading or a dateline, not wrapped prose. */
    private static final int SHORT_LINE = 50;

    private static final WordSet NEVER_LAST =
            WordSet.of("mr. mrs. ms. dr. prof. gen. sen. gov. rep. lt. col. sgt. capt."
                    + " maj. cmdr. adm. st. rev. hon. pres. mt. ft. no. vs. e.g. i.e.");
    private static final WordSet HOURS = WordSet.of("a.m. p.m.");
    private static final WordSet OF_HOURS =
            WordSet.of("monday tuesday wednesday thursday friday saturday sunday january february march april may june"
                    + " july august september october november december eastern central mountain pacific greenwich");
    private static final WordSet OPENERS =
            WordSet.of("the he she it they we a in on at but and if this that these those"
                    + " his her its their there when while after before for as however some many most");
    private static final WordSet ARTICLES = WordSet.of("a an the");
    private static final WordSet DEGREES = WordSet.of("c. f.");
    private static final long TIME = TextHash.word("time");

    private final String text;
    private final int size;
    private final int[] start;
    private final int[] end;
    private final byte[] kind;
    private final long[] lower;

    Sentences(String text, int size, int[] start, int[] end, byte[] kind, long[] lower) {
        this.text = text;
        this.size = size;
        this.start = start;
        this.end = end;
        this.kind = kind;
        this.lower = lower;
    }

    /** The number of each token's sentence, from 0. */
    int[] numbers() {
        int[] sentence = new int[size];
        int number = 0;
        int lineStart = 0;
        boolean ended = false;
        for (int token = 0; token < size; token++) {
            if (token > 0) {
                int breaks = lineBreaks(end[token - 1], start[token]);
                boolean shortLine = breaks == 1 && end[token - 1] - lineStart < SHORT_LINE;
                if (breaks >= 2 || shortLine || ended && opens(token) || isBehindAbbreviation(token)) {
                    number++;
                    ended = false;
                }
                if (breaks > 0) {
                    lineStart = start[token];
                }
            }
            sentence[token] = number;
            char c = text.charAt(start[token]);
            boolean one = end[token] - start[token] == 1;
            if (one && (c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u3002')) {
                ended = true;
            } else if (!(one && isCloser(c))) {
                ended = false;
            }
        }
        return sentence;
    }

    private int lineBreaks(int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                found++;
            } else if (c == '<' && Markup.isBlock(text, i)) {
                found += 2;
            }
        }
        return found;
    }

    private boolean opens(int token) {
        int c = text.codePointAt(start[token]);
        if (kind[token] == Tokens.MARK) {
            return !isCloser((char) c) || start[token] > end[token - 1];
        }
        return !Character.isLowerCase(c);
    }

    /** Whether the period of an abbreviation is the sentence's too: "at 5 p.m. Police said", "in the U.S. The firm". */
    private boolean isBehindAbbreviation(int token) {
        int last = token - 1;
        boolean may = end[last] - start[last] > 1
                && text.charAt(end[last] - 1) == '.'
                && kind[last] == Tokens.WORD
                && kind[token] == Tokens.WORD
                && Character.isUpperCase(text.charAt(start[token]));
        if (!may || NEVER_LAST.contains(lower[last])) {
            return false;
        }
        boolean opener = OPENERS.contains(lower[token]);
        if (HOURS.contains(lower[last])) {
            boolean ofHours = OF_HOURS.contains(lower[token]) || token + 1 < size && lower[token + 1] == TIME;
            boolean zone = end[token] - start[token] > 1 && Character.isUpperCase(text.charAt(start[token] + 1));
            return opener || !ofHours && !zone;
        }
        if (end[last] - start[last] > 2) {
            return opener;
        }
        // A capital alone is an initial, but not in "the letter A. The" and "30 C. Heavy rain".
        boolean counted = last > 0 && kind[last - 1] == Tokens.NUMBER;
        boolean determined = counted || last > 0 && ARTICLES.contains(lower[last - 1]);
        return determined && opener || counted && DEGREES.contains(lower[last]);
    }

    private static boolean isCloser(char c) {
        return c == '"' || c == '\u201D' || c == '\u2019' || c == '\'' || c == ')' || c == ']' || c == '\u00BB';
    }
}
