package io.dateline.enrich.quote;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whom a pronoun or an office stands for; null wherever more than one person could be meant. */
final class Antecedents {
    private static final int LOOK_BACK = 90;
    private static final int SENTENCES_BACK = 2;
    private static final int SHORTEST_OFFICE = 4;

    private final Tokens tokens;
    private final Named named;
    /** First word of an office to the one person who holds it; to null where several do. */
    private final Map<Long, Entity> offices = new HashMap<>();

    Antecedents(Tokens tokens, Named named) {
        this.tokens = tokens;
        this.named = named;
        for (Entity entity : named.entities()) {
            if (entity.type() == Entity.Type.PER) {
                Set<Long> own = new HashSet<>();
                entity.roles().forEach(role -> own.add(TextHash.word(role.text().split("[ ,]", 2)[0])));
                own.forEach(word -> offices.put(word, offices.containsKey(word) ? null : entity));
            }
        }
    }

    /** Of "he" or "she": the one person named in this sentence before it and in the two before that. */
    Entity ofPronoun(int pronoun) {
        Entity only = null;
        int oldest = tokens.sentence(pronoun) - SENTENCES_BACK;
        for (int i = pronoun - 1; i >= Math.max(0, pronoun - LOOK_BACK) && tokens.sentence(i) >= oldest; i--) {
            if (named.isPerson(i)) {
                Entity here = named.at(i);
                if (only != null && only != here) {
                    return null;
                }
                only = here;
            }
        }
        return only;
    }

    /** Of "the Speaker", "the minister": the only one of the article whose office starts with that word. */
    Entity ofOffice(int noun) {
        return tokens.length(noun) < SHORTEST_OFFICE ? null : offices.get(tokens.lower(noun));
    }
}
