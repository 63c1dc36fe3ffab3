package io.dateline.enrich.entity;

import io.dateline.enrich.text.Tokens;

/**
 * The office of a person as the text gives it: a title before the name ("Prime Minister"), a title with its "of"
 * ("Speaker of the Milli Majlis"), or an apposition after it (", Prosecutor General of …,"). Null where there is none.
 */
final class Roles {
    private static final int LONGEST_BEFORE = 9;
    private static final int LONGEST_AFTER = 16;

    private Roles() {}

    static Range before(Tokens tokens, int name) {
        int i = name - 1;
        int sentence = tokens.sentence(name);
        int from = -1;
        while (i >= 0 && i >= name - LONGEST_BEFORE && tokens.sentence(i) == sentence) {
            long word = tokens.lower(i);
            boolean title = Words.TITLES.contains(word) || Words.TITLE_PARTS.contains(word);
            boolean linked = word == Words.OF || word == Words.THE || word == Words.POSSESSIVE;
            if (title) {
                from = Words.TITLES.contains(word) || from >= 0 ? i : from;
            } else if (!linked && !tokens.capitalised(i) || linked && i == name - 1) {
                break;
            }
            i--;
        }
        if (from < 0 || !officeIn(tokens, from, name)) {
            return null;
        }
        return new Range(from, name);
    }

    static Range after(Tokens tokens, int end) {
        int i = end + 1;
        if (i + 1 >= tokens.size() || !tokens.is(end, ',')) {
            return null;
        }
        int sentence = tokens.sentence(end);
        if (tokens.lower(i) == Words.THE || tokens.lower(i) == Words.A || tokens.lower(i) == Words.AN) {
            i++;
        }
        int from = i;
        int stop = i;
        while (stop < tokens.size()
                && stop < from + LONGEST_AFTER
                && tokens.sentence(stop) == sentence
                && goesOn(tokens, stop)) {
            stop++;
        }
        boolean early = officeIn(tokens, from, Math.min(stop, from + 3));
        // An apposition ends with a comma or a full stop; what merely goes on is another clause.
        boolean closed = stop < tokens.size() && (tokens.is(stop, ',') || tokens.is(stop, '.'));
        return early && closed && stop > from ? new Range(from, stop) : null;
    }

    private static boolean goesOn(Tokens tokens, int i) {
        long word = tokens.lower(i);
        return tokens.isWord(i)
                        && (tokens.capitalised(i)
                                || Words.TITLES.contains(word)
                                || Words.TITLE_PARTS.contains(word)
                                || word == Words.OF
                                || word == Words.FOR
                                || word == Words.AT
                                || word == Words.TO
                                || word == Words.AND
                                || word == Words.THE)
                || word == Words.POSSESSIVE;
    }

    private static boolean officeIn(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Words.TITLES.contains(tokens.lower(i)) && !Words.ADDRESSES.contains(tokens.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Tokens {@code [from, to)}. */
    record Range(int from, int to) {}
}
