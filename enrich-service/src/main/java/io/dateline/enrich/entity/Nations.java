package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which words are a country's name, a nationality or a group. */
final class Nations {
    private final Gazetteer gazetteer;

    Nations(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A country's name is a place's, but for "Jordan" beside "Michael Jordan". */
    UnaryOperator<Mention> countries(List<Mention> found) {
        Set<Long> surnames = new HashSet<>();
        for (Mention mention : found) {
            if (mention.type() == Entity.Type.PER && mention.words() > 1) {
                surnames.add(mention.field().tokens().lower(mention.to() - 1));
            }
        }
        return mention -> {
            Tokens tokens = mention.field().tokens();
            boolean surname = mention.type() == Entity.Type.PER
                    && mention.words() == 1
                    && surnames.contains(tokens.lower(mention.from()));
            boolean other = mention.type() == Entity.Type.PER || mention.type() == Entity.Type.ORG;
            long hash = other ? Gazetteer.hash(tokens, mention.from(), mention.to()) : 0;
            return other && !surname && isCountry(tokens, mention.from(), mention.to(), hash)
                    ? mention.with(Entity.Type.LOC)
                    : mention;
        };
    }

    boolean isGroup(long hash) {
        return gazetteer.demonym(hash) != null || gazetteer.isGroup(hash);
    }

    boolean isCountry(Tokens tokens, int from, int to, long hash) {
        boolean one = to - from == 1;
        if (to < tokens.size() && tokens.is(to, '$') && tokens.end(to - 1) == tokens.start(to)) {
            return false;
        }
        // "US" and "us", "UK" and a stray "Uk": short names count in capitals only.
        if (one && tokens.length(from) <= 3 && !isUpper(tokens, from)) {
            return false;
        }
        for (Place place : gazetteer.named(hash)) {
            if (place.kind() == Place.Kind.COUNTRY) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpper(Tokens tokens, int token) {
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            if (Character.isLowerCase(tokens.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
