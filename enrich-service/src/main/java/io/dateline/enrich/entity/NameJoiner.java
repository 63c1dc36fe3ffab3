package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.gazetteer.PlaceContext;
import io.dateline.enrich.gazetteer.PlaceSense;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one entity of all mentions of the same thing in an article: "Gafarova" is "Sahiba Gafarova", "IPU" is the
 * "Inter-Parliamentary Union", places by the sense the gazetteer gives them.
 */
final class NameJoiner {
    private static final int SENSES_SHOWN = 10;
    private static final String BESIDE = "named-beside";

    private final Gazetteer gazetteer;
    private final Explain explain;
    private final PlaceContext context;
    private final String language;
    /** By the hash of a name, so that a name that stands in a text ten thousand times is looked into once. */
    private final Map<Long, List<Place>> named = new HashMap<>();

    private final Map<Long, Optional<PlaceSense.Sense>> alone = new HashMap<>();
    private final Set<Long> collected = new HashSet<>();
    /** By the hash of its name: the sense a place has wherever the article names it. */
    private final Map<Long, PlaceSense.Sense> settled = new HashMap<>();

    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    /** Short form (a surname, an acronym) to the one long name it stands for; to null where there are several. */
    private final Map<String, String> shortForms = new HashMap<>();

    /** @param explain is told the senses of places that were rejected */
    NameJoiner(Gazetteer gazetteer, Explain explain, String language) {
        this.gazetteer = gazetteer;
        this.language = language;
        this.context = new PlaceContext(language);
        this.explain = explain;
    }

    /** @param filed where the story was filed, or null */
    Collection<Cluster> join(List<Mention> mentions, PlaceLink filed) {
        if (filed != null) {
            context.filed(filed.country(), filed.admin1());
        }
        for (Mention mention : mentions) {
            collect(mention);
        }
        for (Mention mention : mentions) {
            settle(mention, filed);
        }
        for (Mention mention : mentions) {
            add(mention);
        }
        return clusters.values();
    }

    private List<Place> senses(Mention mention) {
        return named.computeIfAbsent(hash(mention), name -> gazetteer.named(name, language));
    }

    /** One sense for each name: what stands beside one mention of it, else where the story was filed. */
    private void settle(Mention mention, PlaceLink filed) {
        if (mention.type() != Entity.Type.LOC) {
            return;
        }
        List<Place> senses = senses(mention);
        List<Place> next = next(mention);
        PlaceSense.Sense sense = next.isEmpty() ? null : PlaceSense.sense(mention.surface(), senses, context, next);
        if (sense != null && sense.reason().startsWith(BESIDE)) {
            settled.put(hash(mention), sense);
        }
        for (Place place : senses) {
            if (filed != null && filed.id().equals("geonames:" + place.geonames())) {
                settled.putIfAbsent(hash(mention), new PlaceSense.Sense(place, "dateline"));
            }
        }
    }

    private static long hash(Mention mention) {
        return Gazetteer.hash(mention.field().tokens(), mention.from(), mention.to());
    }

    private void collect(Mention mention) {
        if (mention.type() == Entity.Type.LOC) {
            places(mention);
        } else if (mention.type() == Entity.Type.NORP) {
            Place country = gazetteer.demonym(hash(mention));
            if (country != null) {
                context.speaksOf(country);
            }
        } else if (mention.words() > 1) {
            if (mention.type() == Entity.Type.ORG) {
                ofCountry(mention);
            }
            String key = Names.key(mention.surface());
            for (String form : mention.type() == Entity.Type.PER ? surnames(mention) : shortened(mention)) {
                String of = mention.type() + " " + form;
                // A later full name of the same ending ("Ilham Aliyev", "Heydar Aliyev") makes the short form unclear.
                shortForms.merge(of, key, (a, b) -> a.equals(b) ? a : "");
            }
        }
    }

    /** What stands beside a name says first which place it is. */
    private void places(Mention mention) {
        List<Place> senses = senses(mention);
        List<Place> next = next(mention);
        if (next.isEmpty() && !collected.add(hash(mention))) {
            return;
        }
        PlaceSense.Sense sense = next.isEmpty() ? null : PlaceSense.sense(mention.surface(), senses, context, next);
        boolean beside = sense != null && sense.reason().startsWith(BESIDE);
        context.names(mention.surface(), beside ? List.of(sense.place()) : senses);
    }

    /** The "U.S. Senate", the "Russian Foreign Ministry": a body that bears its country's name. */
    private void ofCountry(Mention mention) {
        long first = Gazetteer.hash(mention.field().tokens(), mention.from(), mention.from() + 1);
        Place country = gazetteer.demonym(first);
        if (country != null) {
            context.speaksOf(country);
        }
        context.names(mention.field().tokens().surface(mention.from()), countries(first));
    }

    private List<Place> countries(long name) {
        List<Place> places = gazetteer.named(name);
        return places.stream().anyMatch(place -> place.kind() == Place.Kind.COUNTRY) ? places : List.of();
    }

    private static List<String> surnames(Mention mention) {
        Tokens tokens = mention.field().tokens();
        String last = Names.key(tokens.surface(mention.to() - 1));
        String first = Names.key(tokens.surface(mention.from()));
        return first.equals(last) ? List.of(last) : List.of(last, first);
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
                Place country = gazetteer.demonym(hash(mention));
                yield named(Entity.Type.NORP, mention.surface(), country);
            }
            case PER, ORG -> other(mention);
        };
        cluster.mentions.add(mention);
    }

    /** Senses of the name behind a comma: "Texas" behind "Paris". */
    private List<Place> next(Mention mention) {
        Tokens tokens = mention.field().tokens();
        int comma = mention.to();
        if (comma + 1 >= tokens.size() || !tokens.is(comma, ',') || !tokens.capitalised(comma + 1)) {
            return List.of();
        }
        if (comma + 2 < tokens.size() && tokens.capitalised(comma + 2)) {
            List<Place> two = PlaceSense.next(gazetteer, tokens.surface(comma + 1, comma + 3));
            if (!two.isEmpty()) {
                return two;
            }
        }
        return PlaceSense.next(gazetteer, tokens.surface(comma + 1));
    }

    private PlaceSense.Sense sense(Mention mention, List<Place> senses) {
        List<Place> next = next(mention);
        PlaceSense.Sense known = settled.get(hash(mention));
        if (next.isEmpty()) {
            return known != null
                    ? known
                    : alone.computeIfAbsent(
                                    hash(mention),
                                    name -> Optional.ofNullable(
                                            PlaceSense.sense(mention.surface(), senses, context, next)))
                            .orElse(null);
        }
        PlaceSense.Sense sense = PlaceSense.sense(mention.surface(), senses, context, next);
        return known == null || sense != null && sense.reason().startsWith(BESIDE) ? sense : known;
    }

    private Cluster place(Mention mention) {
        List<Place> senses = senses(mention);
        PlaceSense.Sense sense = sense(mention, senses);
        if (sense == null) {
            return named(Entity.Type.LOC, mention.surface(), null);
        }
        Place place = sense.place();
        if (senses.size() > 1) {
            Span span = mention.field().span(mention.from(), mention.to());
            explain.say("entity", span, "senses", () -> reasons(sense, senses));
        }
        String id = place.geonames() > 0 ? "geonames:" + place.geonames() : Names.id(Entity.Type.LOC, place.name());
        String reason = place.geonames() > 0 ? sense.reason() : null;
        return clusters.computeIfAbsent(id, key -> new Cluster(key, Entity.Type.LOC, place.name(), place, reason));
    }

    private static String reasons(PlaceSense.Sense sense, List<Place> senses) {
        StringBuilder why = new StringBuilder("chosen: ")
                .append(shown(sense.place()))
                .append(" (")
                .append(sense.reason());
        why.append("); rejected:");
        senses.stream()
                .filter(place -> place != sense.place())
                .limit(SENSES_SHOWN)
                .forEach(place -> why.append(' ').append(shown(place)).append(';'));
        return why.toString();
    }

    private static String shown(Place place) {
        String within = place.admin1() == null ? "" : ", " + place.admin1();
        return place.name() + within + ", " + place.country()
                + (place.geonames() > 0 ? " geonames:" + place.geonames() : "");
    }

    private Cluster other(Mention mention) {
        if (mention.words() == 1 || mention.type() == Entity.Type.ORG) {
            String full = shortForms.getOrDefault(mention.type() + " " + Names.key(mention.surface()), "");
            Cluster known = full.isEmpty()
                    ? null
                    : clusters.get(mention.type().name().toLowerCase(java.util.Locale.ROOT) + ":" + full);
            if (known != null) {
                return known;
            }
        }
        return named(mention.type(), mention.surface(), null);
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
