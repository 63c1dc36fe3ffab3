package io.dateline.enrich.entity;

import io.dateline.enrich.text.Tokens;

/** Where the tagger's names are to be cut: behind an office, at an "and", before what ends no name. */
final class NameCuts {
    private static final String DASHES = "-\u2013\u2014";

    private NameCuts() {}

    /**
     * Where a person's name begins behind an organisation's: "Speaker of the | Milli Majlis | Sahiba Gafarova". Only
     * behind an office, and only two or three capitalised words; {@code end} where there is none.
     */
    static int personFrom(Tokens tokens, int start, int end) {
        int head = -1;
        for (int i = start; i < end; i++) {
            head = Words.ORG_HEADS.contains(tokens.lower(i)) ? i : head;
        }
        int words = end - head - 1;
        if (head < 0 || words < 2 || words > 3 || !followsOffice(tokens, start)) {
            return end;
        }
        for (int i = head + 1; i < end; i++) {
            if (!tokens.capitalised(i)) {
                return end;
            }
        }
        return head + 1;
    }

    /** The "and" between two organisations: "Washington Post | and | New York Times". {@code end} where there is none. */
    static int between(Tokens tokens, int start, int end) {
        for (int i = start + 2; i < end - 2; i++) {
            if (tokens.lower(i) == Words.AND && hasHead(tokens, start, i) && hasHead(tokens, i + 2, end)) {
                return i;
            }
        }
        return end;
    }

    private static boolean hasHead(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            long word = tokens.lower(i);
            if (Words.ORG_HEADS.contains(word) && !Words.FIELDS_OF_WORK.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean followsOffice(Tokens tokens, int start) {
        for (int i = start - 1; i >= Math.max(0, start - 3); i--) {
            long word = tokens.lower(i);
            if (isTitleWord(tokens, i)) {
                return true;
            }
            if (word != Words.OF && word != Words.THE && word != Words.FOR && word != Words.TO) {
                return false;
            }
        }
        return false;
    }

    /** "Premier Zhou Enlai": an office and a name, and nothing in it that an organisation's name ends in. */
    static boolean isTitledPerson(Tokens tokens, int start, int end) {
        if (!Words.FORMS_OF_ADDRESS.contains(tokens.lower(start)) || end - start < 2) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            long word = tokens.lower(i);
            if (!tokens.capitalised(i) || Words.ORG_HEADS.contains(word) || Words.FACILITIES.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** A name ends before a lone dash and, for organisations, before "in"; and on a word that may end a name. */
    static int cut(Tokens tokens, int start, int to, int type) {
        int end = to;
        for (int i = start + 1; i < end; i++) {
            boolean dash = tokens.kind(i) == Tokens.MARK && DASHES.indexOf(tokens.first(i)) >= 0;
            boolean apart = dash && (tokens.start(i) > tokens.end(i - 1) || tokens.length(i) > 1);
            if (apart || type == TagSet.ORG && tokens.lower(i) == Words.IN) {
                end = i;
            }
        }
        while (end > start
                && (tokens.lower(end - 1) == Words.POSSESSIVE
                        || endsNoName(tokens, start, end - 1)
                        || Words.CAPTIONS.contains(tokens.lower(end - 1)) && end - start > 1)) {
            end--;
        }
        return end;
    }

    private static boolean endsNoName(Tokens tokens, int start, int last) {
        char first = tokens.first(last);
        return last > start
                && (tokens.isWord(last) && Character.isLowerCase(first) && !Surnames.hasArticle(tokens, last)
                        || DASHES.indexOf(first) >= 0);
    }

    static boolean isTitleWord(Tokens tokens, int token) {
        return Words.TITLES.contains(tokens.lower(token));
    }
}
