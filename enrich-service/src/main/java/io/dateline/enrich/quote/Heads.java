package io.dateline.enrich.quote;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;

/** Which name heads a noun phrase. In "a lawyer for Jane Doe" and in "Jane Doe's lawyer" none does: the lawyer speaks. */
final class Heads {
    private static final int TITLES = 5;
    private static final int LONGEST_OWNED = 5;
    private static final long POSSESSIVE = TextHash.word("'s");

    private final Tokens tokens;
    private final Named named;

    Heads(Tokens tokens, Named named) {
        this.tokens = tokens;
        this.named = named;
    }

    /** Whether a name only says where the one who speaks belongs. */
    boolean belongs(int name) {
        return belongs(name, 0);
    }

    /** Whether something of a name's follows it: "Jane Doe's". */
    boolean owns(int name) {
        return named.speaks(name) && named.to(name) < tokens.size() && isPossessive(named.to(name));
    }

    /** Behind the words that are a name's, "lawyer" of "Jane Doe's lawyer"; -1 where none follow. */
    int owned(int name, int end) {
        int from = named.to(name) + 1;
        int to = from;
        while (to < end && to < from + LONGEST_OWNED && tokens.isWord(to) && !ends(tokens.lower(to))) {
            to++;
        }
        return to == from ? Speaker.NOWHERE : to;
    }

    private static boolean ends(long word) {
        return Speech.NO_SPEAKER.contains(word) || Speech.BELONGING.contains(word) || Speech.ASIDE.contains(word);
    }

    /** Where the name stands whose something {@code [from, to)} is: "Jane Doe's lawyer"; -1 where it is nobody's. */
    int owner(int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (owns(i) && named.to(i) < to - 1) {
                return named.from(i);
            }
        }
        return Speaker.NOWHERE;
    }

    boolean isPossessive(int token) {
        return tokens.lower(token) == POSSESSIVE;
    }

    /** As {@link #belongs(int)}, in a phrase that begins at a token: "according to Jane Doe" does behind its "to". */
    private boolean belongs(int name, int start) {
        int to = named.to(name);
        if (to < tokens.size() && tokens.lower(to) == POSSESSIVE) {
            return true;
        }
        // "in Paris President Jane Doe said": a place may stand before the one who speaks.
        WordSet belonging = named.isPerson(name) ? Speech.SERVING : Speech.BELONGING;
        int before = named.from(name) - 1;
        boolean titled = false;
        for (int i = 0; i < TITLES && before >= start && tokens.isWord(before); i++, before--) {
            long word = tokens.lower(before);
            if (belonging.contains(word)) {
                return true;
            }
            // "for US President Jane Doe", but not "for the Kremlin Jane Doe"
            if (word != Speech.THE && !Speech.TITLES.contains(word) && !(titled && named.speaks(before))) {
                return false;
            }
            titled = true;
        }
        return false;
    }

    /** The first person of {@code [from, end)} that heads a phrase, else the first other name before a comma, or -1. */
    int first(int from, int end) {
        int other = Speaker.NOWHERE;
        boolean aside = false;
        for (int i = from; i < end; i++) {
            aside |= tokens.is(i, ',');
            if (named.speaks(i) && !belongs(i, from)) {
                if (named.isPerson(i)) {
                    return i;
                }
                other = other < 0 && !aside ? i : other;
            }
        }
        return other;
    }
}
