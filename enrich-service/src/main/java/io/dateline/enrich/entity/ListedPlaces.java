package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Places of a text in a language the tagger does not know: countries and large cities in the spellings the gazetteer
 * lists, and nothing that could as well be a common word.
 */
final class ListedPlaces {
    private static final int LARGE = 100_000;
    private static final int SHORTEST = 4;

    private final Gazetteer gazetteer;

    ListedPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Mention> find(Field field) {
        Tokens tokens = field.tokens();
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int end = longest(tokens, i);
            if (end > i) {
                found.add(new Mention(field, i, end, Entity.Type.LOC));
            }
            i = Math.max(end, i + 1);
        }
        return found;
    }

    private int longest(Tokens tokens, int from) {
        // A script without case (Arabic, Han, Thai …) has no lower-case letters either.
        if (!tokens.isWord(from) || Character.isLowerCase(tokens.text().codePointAt(tokens.start(from)))) {
            return from;
        }
        int best = from;
        long hash = TextHash.EMPTY;
        int limit = Math.min(tokens.size(), from + Gazetteer.LONGEST);
        for (int i = from; i < limit && tokens.sentence(i) == tokens.sentence(from); i++) {
            hash = TextHash.append(hash, tokens.lower(i));
            int letters = tokens.end(i) - tokens.start(from);
            boolean ideographs = tokens.first(from) >= 0x2E80 && letters >= 2;
            if (letters >= SHORTEST || ideographs) {
                for (Place place : gazetteer.named(hash)) {
                    boolean city = place.kind() == Place.Kind.CITY && (place.capital() || place.population() >= LARGE);
                    best = place.kind() == Place.Kind.COUNTRY || city ? i + 1 : best;
                }
            }
        }
        return best;
    }
}
