package io.dateline.enrich.topic;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;

/** Hashes of words with plural endings taken off (Harman's S-stemmer, 1991): "parties" is "party", "taxes" is "taxe". */
final class Stems {
    private Stems() {}

    /** A singular in "-y" meets its plural in "-ies": both are cut before. */
    static long of(Tokens tokens, int token) {
        int end = tokens.end(token);
        int start = tokens.start(token);
        if (!tokens.isWord(token) || end - start < 4) {
            return tokens.lower(token);
        }
        String text = tokens.text();
        char last = Character.toLowerCase(text.charAt(end - 1));
        if (last == 'y') {
            return TextHash.append(TextHash.lower(text, start, end - 1), 'y');
        }
        char before = Character.toLowerCase(text.charAt(end - 2));
        if (last != 's' || before == 's' || before == 'u' || before == 'i') {
            return tokens.lower(token);
        }
        char third = Character.toLowerCase(text.charAt(end - 3));
        if (before == 'e' && third == 'i' && end - start > 4) {
            return TextHash.append(TextHash.lower(text, start, end - 3), 'y');
        }
        return TextHash.lower(text, start, end - 1);
    }

    /** The word itself where it has a capital, for Bill is none of the Bills; else its stem. */
    static long ofName(Tokens tokens, int token) {
        return tokens.capitalised(token) ? tokens.lower(token) : of(tokens, token);
    }
}
