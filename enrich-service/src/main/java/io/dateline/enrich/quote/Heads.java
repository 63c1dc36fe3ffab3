package io.dateline.enrich.quote;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;

/** Which name heads a noun phrase. In "a lawyer for Jane Doe" and in "Jane Doe's lawyer" none does: the lawyer speaks. */
final class Heads {
    private static final int TITLES = 5;
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
