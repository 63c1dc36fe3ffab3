package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Persons with the name of a country: beside "Michael Jordan", a "Jordan" that stands behind no word of place anywhere
 * in the article is he; "Israel Adesanya" is nobody's country.
 */
final class PersonPlaces {
    private static final WordSet AT_A_PLACE = WordSet.of("in to from of at near across into via outside inside"
            + " throughout between against and with visit visited leave left within around toward towards");

    private PersonPlaces() {}

    /** The mentions, those of such a name made persons. */
    static List<Mention> apply(List<Mention> mentions) {
        Set<Long> parts = new HashSet<>();
        for (Mention mention : mentions) {
            if (mention.type() == Entity.Type.PER && mention.words() > 1) {
                Tokens tokens = mention.field().tokens();
                parts.add(tokens.lower(mention.from()));
                parts.add(tokens.lower(mention.to() - 1));
            }
        }
        Set<Long> places = new HashSet<>();
        for (Mention mention : mentions) {
            if (isLone(mention) && isAtPlace(mention)) {
                places.add(word(mention));
            }
        }
        List<Mention> named = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            boolean person = isLone(mention) && parts.contains(word(mention)) && !places.contains(word(mention));
            named.add(person ? mention.with(Entity.Type.PER) : mention);
        }
        return named;
    }

    private static boolean isLone(Mention mention) {
        return mention.type() == Entity.Type.LOC && mention.words() == 1;
    }

    private static long word(Mention mention) {
        return mention.field().tokens().lower(mention.from());
    }

    private static boolean isAtPlace(Mention mention) {
        Tokens tokens = mention.field().tokens();
        int before = mention.from() - 1;
        int behind = mention.to();
        boolean comma = behind < tokens.size()
                && tokens.is(behind, ',')
                && behind + 1 < tokens.size()
                && tokens.capitalised(behind + 1);
        return before >= 0 && AT_A_PLACE.contains(tokens.lower(before)) || comma;
    }
}
