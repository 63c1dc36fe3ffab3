package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Types that a longer name in the article settles: "Volkswagen" beside "Volkswagen AG" is a company, an acronym an
 * organisation's name explains is that organisation, "Le Pen" beside "Marine Le Pen" is a person.
 */
final class CertainTypes {
    private static final int LONGEST = 5;

    private final Map<String, Entity.Type> certain = new HashMap<>();
    private final List<Mention> added = new ArrayList<>();

    private CertainTypes() {}

    /**
     * @param listed whether a name is that of a place that is known
     * @return the mentions with those types, and those acronyms that were not found
     */
    static List<Mention> apply(List<Mention> mentions, Predicate<Mention> listed) {
        CertainTypes types = new CertainTypes();
        mentions.forEach(types::learn);
        types.employers(mentions, listed);
        List<Mention> typed = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            typed.add(types.typed(mention));
        }
        Set<String> places = new HashSet<>();
        for (Mention mention : typed) {
            for (int i = mention.from(); !types.added.isEmpty() && i < mention.to(); i++) {
                places.add(mention.field().name() + i);
            }
        }
        for (Mention mention : types.added) {
            if (places.add(mention.field().name() + mention.from())) {
                typed.add(mention);
            }
        }
        return typed;
    }

    private void learn(Mention mention) {
        Tokens tokens = mention.field().tokens();
        int bare = Organisations.bare(tokens, mention.from(), mention.to());
        if (bare < mention.to()) {
            certain.put(Names.key(mention.surface()), Entity.Type.ORG);
            certain.put(Names.key(tokens.surface(mention.from(), bare)), Entity.Type.ORG);
        }
        int acronym = Acronyms.of(mention);
        if (acronym >= 0) {
            certain.put(Names.key(tokens.surface(acronym)), Entity.Type.ORG);
            added.add(new Mention(mention.field(), acronym, acronym + 1, Entity.Type.ORG));
        }
        if (mention.type() == Entity.Type.PER && mention.words() > 1) {
            boolean whole = Surnames.isParticle(tokens, mention.from());
            int surname = whole ? mention.from() : Surnames.start(tokens, mention.from(), mention.to());
            if (whole || surname < mention.to() - 1) {
                certain.put(Names.key(tokens.surface(surname, mention.to())), Entity.Type.PER);
            }
        }
    }

    /** "Ford's chief economist": a company, unless it is somebody's surname. */
    private void employers(List<Mention> mentions, Predicate<Mention> listed) {
        Employers employers = new Employers(mentions, listed);
        for (Mention mention : mentions) {
            if (employers.is(mention)) {
                certain.putIfAbsent(Names.key(mention.surface()), Entity.Type.ORG);
                if (employers.isShortened(mention)) {
                    String first = mention.field().tokens().surface(mention.from());
                    certain.putIfAbsent(Names.key(first), Entity.Type.ORG);
                }
            }
        }
    }

    private Mention typed(Mention mention) {
        if (mention.words() > LONGEST) {
            return mention;
        }
        Tokens tokens = mention.field().tokens();
        Entity.Type type = certain.get(Names.key(mention.surface()));
        if (type == null && mention.words() > 2) {
            int surname = Surnames.start(tokens, mention.from(), mention.to());
            boolean particle = surname < mention.to() - 1;
            Entity.Type ending = particle ? certain.get(Names.key(tokens.surface(surname, mention.to()))) : null;
            type = ending == Entity.Type.PER ? ending : null;
        }
        return type == null ? mention : mention.with(type);
    }
}
