package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;

/** Acronyms an article explains by their place: "Justice and Development Party (AKP)", "Workers' Party, PKK, said". */
final class Acronyms {
    private static final int LONGEST = 8;
    /** Agencies are credited in brackets, and nobody's short name. */
    private static final WordSet AGENCIES =
            WordSet.of("ap afp upi tass dpa efe ansa apa aap xinhua pti ani irna wam kuna bbc cnn reuters");

    private Acronyms() {}

    /** The token that is the short form of an organisation's name, or -1. */
    static int of(Mention mention) {
        Tokens tokens = mention.field().tokens();
        int mark = mention.to();
        if (mention.type() != Entity.Type.ORG || mention.words() < 2 || mark + 2 >= tokens.size()) {
            return -1;
        }
        boolean bracket = tokens.is(mark, '(');
        int word = mark + (bracket && tokens.lower(mark + 1) == Words.THE ? 2 : 1);
        if (word + 1 >= tokens.size() || !isAcronym(tokens, word) || AGENCIES.contains(tokens.lower(word))) {
            return -1;
        }
        if (bracket) {
            return tokens.is(word + 1, ')') ? word : -1;
        }
        // "The Red Cross, UNICEF, Oxfam and others" is a list.
        boolean apposed = tokens.is(mark, ',') && tokens.is(word + 1, ',') && tokens.length(word) > 2;
        boolean list = word + 2 < tokens.size()
                && (tokens.lower(word + 2) == Words.AND
                        || tokens.lower(word + 2) == Words.THE
                        || tokens.capitalised(word + 2));
        return apposed && !list ? word : -1;
    }

    private static boolean isAcronym(Tokens tokens, int token) {
        int capitals = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            capitals += Character.isUpperCase(tokens.text().charAt(i)) ? 1 : 0;
        }
        int length = tokens.length(token);
        return tokens.isWord(token) && length >= 2 && length <= LONGEST && capitals * 3 >= length * 2;
    }
}
