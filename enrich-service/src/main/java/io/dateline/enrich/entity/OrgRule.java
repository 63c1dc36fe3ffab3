package io.dateline.enrich.entity;

import io.dateline.enrich.text.Tokens;

/**
 * Organisations by the word their name is built on: capitalised words up to a head ("New Azerbaijan Party"), and what
 * follows its "of" ("International Conference of Asian Political Parties").
 */
final class OrgRule {
    private static final int LONGEST = 12;

    private OrgRule() {}

    /**
     * The end of the organisation that starts at a token, or {@code from} where none does. A name is two words or more.
     */
    static int end(Tokens tokens, int from) {
        if (!tokens.capitalised(from) || Words.DETERMINERS.contains(tokens.lower(from))) {
            return from;
        }
        int last = from;
        int head = -1;
        int limit = Math.min(tokens.size(), from + LONGEST);
        for (int i = from; i < limit && inside(tokens, from, i); i++) {
            last = i;
            head = Words.ORG_HEADS.contains(tokens.lower(i)) && tokens.capitalised(i) ? i : head;
        }
        if (head < 0 || Words.TITLES.contains(tokens.lower(from))) {
            return from;
        }
        int end = head == last ? of(tokens, head, limit) : head + 1;
        return end - from < 2 ? from : end;
    }

    /**
     * The same for the rule on its own, who reads on: through every "of" ("Front for the National Liberation of the
     * Congo"), and not into what is only named after an organisation ("Kennedy Center Honors").
     */
    static int whole(Tokens tokens, int from) {
        int end = end(tokens, from);
        if (end == from || namesNoOrganisation(tokens, from, end)) {
            return from;
        }
        int limit = Math.min(tokens.size(), from + LONGEST);
        boolean open = Words.OF_HEADS.contains(tokens.lower(end - 1))
                || Words.MORE_OF_HEADS.contains(tokens.lower(end - 1))
                || hasComplement(tokens, from, end);
        int next = open ? complement(tokens, from, end, limit) : end;
        while (next > end) {
            end = next;
            next = complement(tokens, from, end, limit);
        }
        return end;
    }

    private static boolean hasComplement(Tokens tokens, int from, int end) {
        for (int i = from; i < end; i++) {
            if (tokens.lower(i) == Words.OF || tokens.lower(i) == Words.FOR) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesNoOrganisation(Tokens tokens, int from, int end) {
        int limit = Math.min(tokens.size(), end + LONGEST);
        for (int i = end; i < limit && inside(tokens, from, i); i++) {
            if (Words.NO_ORGANISATIONS.contains(tokens.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(Tokens tokens, int from, int i) {
        return tokens.sentence(i) == tokens.sentence(from)
                && (tokens.capitalised(i) || i > from && tokens.lower(i) == Words.POSSESSIVE);
    }

    private static int of(Tokens tokens, int head, int limit) {
        return Words.OF_HEADS.contains(tokens.lower(head)) ? complement(tokens, head, head + 1, limit) : head + 1;
    }

    private static int complement(Tokens tokens, int head, int end, int limit) {
        if (end + 1 >= limit) {
            return end;
        }
        boolean of = tokens.lower(end) == Words.OF || tokens.lower(end) == Words.FOR;
        int i = end + 1;
        if (of && tokens.lower(i) == Words.THE) {
            i++;
        }
        if (!of || i >= limit || !tokens.capitalised(i) || Words.TITLES.contains(tokens.lower(i))) {
            return end;
        }
        while (i < limit && inside(tokens, head, i)) {
            i++;
        }
        return tokens.lower(i - 1) == Words.POSSESSIVE ? i - 1 : i;
    }
}
