package io.dateline.enrich.topic;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;

/** Hashes of words with plural endings taken off (Harman's S-stemmer, 1991): "parties" is "party", "taxes" is "taxe". */
final class Stems {
    private Stems() {}

    static long of(Tokens tokens, int token) {
        int end = tokens.end(token);
        int start = tokens.start(token);
        if (!tokens.isWord(token) || end - start < 4) {
            return tokens.lower(token);
        }
        String text = tokens.text();
        char last = Character.toLowerCase(text.charAt(end - 1));
        if (last != 's') {
            return tokens.lower(token);
        }
        char before = Character.toLowerCase(text.charAt(end - 2));
        char third = Character.toLowerCase(text.charAt(end - 3));
        if (before == 's' || before == 'u' || before == 'i') {
            return tokens.lower(token);
        }
        if (before == 'e' && third == 'i' && end - start > 4) {
            // "-ies" and "-y" must meet: the stem is cut before both.
            return TextHash.append(TextHash.lower(text, start, end - 3), 'y');
        }
        return TextHash.lower(text, start, end - 1);
    }

    /** As {@link #of}, for a singular that a plural in "-ies" must meet. */
    static long ofFolded(Tokens tokens, int token) {
        int end = tokens.end(token);
        int start = tokens.start(token);
        if (tokens.isWord(token)
                && end - start > 3
                && Character.toLowerCase(tokens.text().charAt(end - 1)) == 'y') {
            return TextHash.append(TextHash.lower(tokens.text(), start, end - 1), 'y');
        }
        return of(tokens, token);
    }
}
