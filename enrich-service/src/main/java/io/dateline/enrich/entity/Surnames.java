package io.dateline.enrich.entity;

import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a person is called for short: the surname with its particles ("von der Leyen", "Le Pen"), and its last word. */
final class Surnames {
    private static final WordSet PARTICLES = WordSet.of(
            "von van der den ter ten zu zur vom le la du de da do dos das del della di bin ibn ben abu al el ould san");

    private static final String ARTICLES = "al- el- ul- an- as- ar- ";
    private static final int ARTICLE = 3;
    private static final int MOST_PARTICLES = 3;
    /** Words of the longest ending a person is called by. */
    private static final int LONGEST = 5;

    private Surnames() {}

    static boolean isParticle(Tokens tokens, int token) {
        return PARTICLES.contains(tokens.lower(token)) || hasArticle(tokens, token);
    }

    /** "al-Burhan". */
    static boolean hasArticle(Tokens tokens, int token) {
        return tokens.length(token) > ARTICLE
                && Character.isUpperCase(tokens.text().charAt(tokens.start(token) + ARTICLE))
                && ARTICLES.contains(tokens.text()
                                .substring(tokens.start(token), tokens.start(token) + ARTICLE)
                                .toLowerCase(java.util.Locale.ROOT)
                        + " ");
    }

    /** The first token of a full name's surname; its last word where no particle stands before that. */
    static int start(Tokens tokens, int from, int to) {
        int start = to - 1;
        while (start - 1 > from && to - start <= MOST_PARTICLES && PARTICLES.contains(tokens.lower(start - 1))) {
            start--;
        }
        return start;
    }

    static boolean hasParticle(Tokens tokens, int from, int to) {
        return start(tokens, from, to) < to - 1;
    }

    /** One past the surname with a particle in small letters that starts at a token, or the token where none does. */
    static int reach(Tokens tokens, int from) {
        int i = from;
        while (i < tokens.size()
                && i < from + MOST_PARTICLES
                && PARTICLES.contains(tokens.lower(i))
                && !tokens.capitalised(i)) {
            i++;
        }
        boolean same = i < tokens.size() && from > 0 && tokens.sentence(i) == tokens.sentence(from - 1);
        boolean article = same && !tokens.capitalised(i) && hasArticle(tokens, i);
        return article || same && i > from && tokens.capitalised(i) ? i + 1 : from;
    }

    /** Keys of every ending of a full name, of its first word and of its first and last. */
    static List<String> forms(Tokens tokens, int from, int to) {
        Set<String> forms = new LinkedHashSet<>();
        for (int i = Math.max(from + 1, to - LONGEST); i < to; i++) {
            forms.add(Names.key(tokens.surface(i, to)));
        }
        if (hasArticle(tokens, to - 1)) {
            forms.add(Names.key(tokens.surface(to - 1).substring(ARTICLE)));
        }
        if (!isParticle(tokens, from)) {
            forms.add(Names.key(tokens.surface(from)));
            forms.add(Names.key(tokens.surface(from) + " " + tokens.surface(to - 1)));
        }
        forms.remove(Names.key(tokens.surface(from, to)));
        return List.copyOf(forms);
    }
}
