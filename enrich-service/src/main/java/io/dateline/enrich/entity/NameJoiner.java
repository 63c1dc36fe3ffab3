package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.gazetteer.PlaceSense;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one entity of all mentions of the same thing in an article: "Gafarova" is "Sahiba Gafarova", "IPU" is the
 * "Inter-Parliamentary Union", places by the sense the gazetteer gives them.
 */
final class NameJoiner {
    /** "Lula" is "Lula da Silva", who is "Luiz Inacio Lula da Silva". */
    private static final int MOST_STEPS = 4;

    private final PlaceSenses places;
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    /** Short form (a surname, an acronym) to the one long name it stands for; to null where there are several. */
    private final Map<String, String> shortForms = new HashMap<>();

    private final GivenNames givenNames = new GivenNames();

    /** @param explain is told the senses of places that were rejected */
    NameJoiner(Gazetteer gazetteer, Explain explain, String language) {
        this.places = new PlaceSenses(gazetteer, explain, language);
    }

    /** @param filed where the story was filed, or null */
    Collection<Cluster> join(List<Mention> mentions, PlaceLink filed) {
        places.filed(filed);
        for (Mention mention : mentions) {
            collect(mention);
        }
        mentions.forEach(this::explained);
        for (Mention mention : mentions) {
            places.settle(mention, filed);
        }
        for (Mention mention : mentions) {
            add(mention);
        }
        return clusters.values();
    }

    private void collect(Mention mention) {
        if (mention.type() == Entity.Type.LOC) {
            places.collect(mention);
        } else if (mention.type() == Entity.Type.NORP) {
            places.collectNation(mention);
        } else if (mention.words() == 1 && mention.type() == Entity.Type.PER) {
            givenNames.alone(mention);
        } else if (mention.words() > 1) {
            if (mention.type() == Entity.Type.ORG) {
                places.ofCountry(mention);
            }
            boolean person = mention.type() == Entity.Type.PER;
            Tokens tokens = mention.field().tokens();
            String key = key(mention);
            if (person) {
                givenNames.full(mention, key);
            }
            for (String form : person ? Surnames.forms(tokens, mention.from(), mention.to()) : shortened(mention)) {
                learn(mention.type() + " ", form, key);
            }
        }
    }

    /** Longer names come first, so that "Bin Salman" is known for "Mohammed bin Salman" when "Salman" is learnt. */
    private void learn(String type, String form, String full) {
        String known = shortForms.get(type + form);
        if (known == null) {
            shortForms.put(type + form, full);
        } else if (!known.equals(full) && !known.equals(shortForms.get(type + full))) {
            // A later full name of the same ending ("Ilham Aliyev", "Heydar Aliyev") makes the short form unclear.
            shortForms.put(type + form, "");
        }
    }

    private void explained(Mention mention) {
        int acronym = Acronyms.of(mention);
        if (acronym >= 0) {
            String form = Names.key(mention.field().tokens().surface(acronym));
            shortForms.put("ORG " + form, key(mention));
        }
    }

    private static String key(Mention mention) {
        return mention.type() == Entity.Type.ORG ? Organisations.key(mention) : Names.key(mention.surface());
    }

    /** Its acronym, and what stands before its "for" or "of": "Warhol Foundation for the Visual Arts". */
    private static List<String> shortened(Mention mention) {
        Tokens tokens = mention.field().tokens();
        for (int i = mention.from() + 2; i < mention.to(); i++) {
            if (tokens.lower(i) == Words.FOR || tokens.lower(i) == Words.OF) {
                return List.of(acronym(mention), Names.key(tokens.surface(mention.from(), i)));
            }
        }
        return List.of(acronym(mention));
    }

    private static String acronym(Mention mention) {
        StringBuilder initials = new StringBuilder();
        Tokens tokens = mention.field().tokens();
        for (int i = mention.from(); i < mention.to(); i++) {
            if (tokens.capitalised(i)) {
                initials.append(tokens.first(i));
                // "Inter-Parliamentary" counts twice, as in IPU it does.
                String surface = tokens.surface(i);
                int hyphen = surface.indexOf('-');
                if (hyphen > 0 && hyphen + 1 < surface.length() && Character.isUpperCase(surface.charAt(hyphen + 1))) {
                    initials.append(surface.charAt(hyphen + 1));
                }
            }
        }
        return Names.key(initials.toString());
    }

    private void add(Mention mention) {
        Cluster cluster = switch (mention.type()) {
            case LOC -> place(mention);
            case NORP -> {
                Place country = places.ofNation(mention);
                yield named(Entity.Type.NORP, mention.surface(), country);
            }
            case PER, ORG -> other(mention);
        };
        cluster.mentions.add(mention);
    }

    private Cluster place(Mention mention) {
        PlaceSense.Sense sense = places.of(mention);
        if (sense == null) {
            return named(Entity.Type.LOC, mention.surface(), null);
        }
        Place place = sense.place();
        String id = place.geonames() > 0 ? "geonames:" + place.geonames() : Names.id(Entity.Type.LOC, place.name());
        String reason = place.geonames() > 0 ? sense.reason() : null;
        return clusters.computeIfAbsent(id, key -> new Cluster(key, Entity.Type.LOC, place.name(), place, reason));
    }

    private Cluster other(Mention mention) {
        String key = key(mention);
        String is = key;
        for (int step = 0; step < MOST_STEPS; step++) {
            String full = shortForms.getOrDefault(mention.type() + " " + is, "");
            boolean stands = step > 0 || mention.type() != Entity.Type.PER || givenNames.joins(mention, key, full);
            if (full.isEmpty() || !stands) {
                break;
            }
            is = full;
        }
        String id = Names.id(mention.type(), mention.type() == Entity.Type.ORG ? Organisations.known(is) : is);
        return clusters.computeIfAbsent(
                id, made -> new Cluster(made, mention.type(), Names.shown(mention.surface()), null, null));
    }

    private Cluster named(Entity.Type type, String surface, Place place) {
        return clusters.computeIfAbsent(
                Names.id(type, surface),
                id -> new Cluster(id, type, Names.shown(surface), place, place == null ? null : "nationality"));
    }

    /** Long names first: a headline's "Gafarova" must find the "Sahiba Gafarova" of the body. */
    static List<Mention> longFirst(List<Mention> mentions) {
        List<Mention> ordered = new ArrayList<>(mentions);
        ordered.sort(Comparator.comparingInt(Mention::words).reversed());
        return ordered;
    }
}
