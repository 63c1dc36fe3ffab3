package io.dateline.enrich.entity;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.Map;
import java.util.Set;

/**
 * Makes inflected and joined place names readable for a lookup: "Bakü'de" is cut behind "Bakü", "L'Allemagne" before
 * "Allemagne", "Ankarada" behind "Ankara"; "Турцию" stays whole and is read as "Турция".
 */
final class PlaceForms {
    private static final Set<String> ELIDING = Set.of("fr", "it");
    /** Letters that are written together with the name: "and", "in", "to". */
    private static final Map<String, String> PREFIXES = Map.of("ar", "وبلفك", "he", "ובלמהכש");

    private static final int SHORTEST_STEM = 4;
    /** Georgian has capitals, but no sentence and no name begins with one. */
    private static final char GEORGIAN = '\u10D0';

    private static final char GEORGIAN_END = '\u10FF';
    /** No country and no city is longer; longer words are not looked into. */
    private static final int LONGEST_WORD = 40;

    private final Gazetteer gazetteer;

    PlaceForms(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The field with its tokens cut and read anew; the field itself where there is nothing to do. */
    Field read(Field field, String language) {
        Tokens tokens = field.tokens();
        int[] cuts = new int[tokens.size()];
        long[] read = new long[tokens.size()];
        boolean any = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean candidate = !isLower(tokens.first(i)) || ELIDING.contains(language);
            if (tokens.isWord(i) && tokens.length(i) <= LONGEST_WORD && candidate) {
                any |= one(tokens, i, language, cuts, read);
            }
        }
        return any ? new Field(field.name(), tokens.recut(cuts, read)) : field;
    }

    private boolean one(Tokens tokens, int i, String language, int[] cuts, long[] read) {
        int apostrophe = apostrophe(tokens, i);
        if (apostrophe > 0 && ELIDING.contains(language)) {
            if (Character.isUpperCase(tokens.text().charAt(apostrophe + 1))) {
                cuts[i] = apostrophe + 1;
            }
            return cuts[i] > 0;
        }
        if (isPlace(tokens.lower(i), language)) {
            return false;
        }
        if (apostrophe > 0) {
            long stem = TextHash.lower(tokens.text(), tokens.start(i), apostrophe);
            cuts[i] = isPlace(stem, language) || language.equals("tr") ? apostrophe : 0;
            return cuts[i] > 0;
        }
        return prefix(tokens, i, language, cuts) || ending(tokens, i, language, cuts, read);
    }

    /** Whether a name cannot begin with this letter. */
    static boolean isLower(char c) {
        return Character.isLowerCase(c) && (c < GEORGIAN || c > GEORGIAN_END);
    }

    private boolean prefix(Tokens tokens, int i, String language, int[] cuts) {
        if (PREFIXES.getOrDefault(language, "").indexOf(tokens.first(i)) < 0 || tokens.length(i) < SHORTEST_STEM) {
            return false;
        }
        int from = tokens.start(i) + 1;
        cuts[i] = isPlace(TextHash.lower(tokens.text(), from, tokens.end(i)), language) ? from : 0;
        return cuts[i] > 0;
    }

    private boolean ending(Tokens tokens, int i, String language, int[] cuts, long[] read) {
        String word = tokens.surface(i);
        boolean syllables = tokens.first(i) >= 0xAC00;
        for (Endings form : Endings.of(language)) {
            int stem = word.length() - form.ending().length();
            if (stem + form.replacement().length() < (syllables ? 2 : SHORTEST_STEM) || !word.endsWith(form.ending())) {
                continue;
            }
            long base = TextHash.word(word.substring(0, stem) + form.replacement());
            if (isPlace(base, language)) {
                cuts[i] = form.cut() ? tokens.start(i) + stem : 0;
                read[i] = base;
                return true;
            }
        }
        return false;
    }

    private boolean isPlace(long word, String language) {
        long name = TextHash.append(TextHash.EMPTY, word);
        return gazetteer.named(name, language).stream().anyMatch(ListedPlaces::isListed);
    }

    private static int apostrophe(Tokens tokens, int i) {
        for (int at = tokens.start(i) + 1; at < tokens.end(i) - 1; at++) {
            char c = tokens.text().charAt(at);
            if (c == '\'' || c == '\u2019') {
                return at;
            }
        }
        return 0;
    }
}
