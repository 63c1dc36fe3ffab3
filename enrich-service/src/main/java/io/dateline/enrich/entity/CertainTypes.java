package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types that a longer name in the article settles: "Volkswagen" beside "Volkswagen AG" is a company, an acronym an
 * organisation's name explains is that organisation, "Le Pen" beside "Marine Le Pen" is a person.
 */
final class CertainTypes {
    private static final int LONGEST = 5;
    private static final WordSet MANAGERS = WordSet.of("ceo cfo cto shareholders");
    private static final WordSet CHIEF = WordSet.of("chief managing");
    private static final WordSet OFFICERS = WordSet.of("executive economist financial operating director technology");

    private final Map<String, Entity.Type> certain = new HashMap<>();
    private final List<Mention> added = new ArrayList<>();

    private CertainTypes() {}

    /** @return the mentions with those types, and those acronyms that were not found */
    static List<Mention> apply(List<Mention> mentions) {
        CertainTypes types = new CertainTypes();
        mentions.forEach(types::learn);
        types.employers(mentions);
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
    private void employers(List<Mention> mentions) {
        Set<String> surnames = new HashSet<>();
        for (Mention mention : mentions) {
            if (mention.type() == Entity.Type.PER && mention.words() > 1) {
                Tokens tokens = mention.field().tokens();
                surnames.add(tokens.surface(mention.to() - 1));
                surnames.add(tokens.surface(mention.from()));
            }
        }
        for (Mention mention : mentions) {
            if (mention.type() == Entity.Type.PER
                    && mention.words() == 1
                    && hasManager(mention.field().tokens(), mention.to())
                    && !surnames.contains(mention.surface())) {
                certain.putIfAbsent(Names.key(mention.surface()), Entity.Type.ORG);
            }
        }
    }

    private static boolean hasManager(Tokens tokens, int to) {
        if (to + 2 >= tokens.size() || tokens.lower(to) != Words.POSSESSIVE) {
            return false;
        }
        long first = tokens.lower(to + 1);
        return MANAGERS.contains(first) || (CHIEF.contains(first) && OFFICERS.contains(tokens.lower(to + 2)));
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
