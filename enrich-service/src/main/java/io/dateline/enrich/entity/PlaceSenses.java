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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which place each name of one article means: what the article speaks of is gathered first, then names are settled. */
final class PlaceSenses {
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

    /** @param explain is told the senses that were rejected */
    PlaceSenses(Gazetteer gazetteer, Explain explain, String language) {
        this.gazetteer = gazetteer;
        this.explain = explain;
        this.language = language;
        this.context = new PlaceContext(language);
    }

    /** @param filed where the story was filed, or null */
    void filed(PlaceLink filed) {
        if (filed != null) {
            context.filed(filed.country(), filed.admin1());
        }
    }

    /** The country of a nationality, or null. */
    Place ofNation(Mention mention) {
        return gazetteer.demonym(hash(mention));
    }

    void collectNation(Mention mention) {
        Place country = ofNation(mention);
        if (country != null) {
            context.speaksOf(country);
        }
    }

    /** What stands beside a name says first which place it is. */
    void collect(Mention named) {
        Mention mention = first(named);
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
    void ofCountry(Mention mention) {
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

    /** One sense for each name: what stands beside one mention of it, else where the story was filed. */
    void settle(Mention named, PlaceLink filed) {
        if (named.type() != Entity.Type.LOC) {
            return;
        }
        Mention mention = first(named);
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

    /** Which place it is, or null; where there were several, the reader is told which were rejected. */
    PlaceSense.Sense of(Mention named) {
        Mention mention = first(named);
        List<Place> senses = senses(mention);
        PlaceSense.Sense sense = of(mention, senses);
        if (sense != null && senses.size() > 1) {
            Span span = mention.field().span(mention.from(), mention.to());
            explain.say("entity", span, "senses", () -> reasons(sense, senses));
        }
        return sense;
    }

    private PlaceSense.Sense of(Mention mention, List<Place> senses) {
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

    /** "Washington" of "Washington, D.C.", which is one name to the tagger and two to the gazetteer. */
    private Mention first(Mention mention) {
        Tokens tokens = mention.field().tokens();
        int comma = mention.from() + 1;
        while (comma < mention.to() && !tokens.is(comma, ',')) {
            comma++;
        }
        return comma < mention.to() && senses(mention).isEmpty()
                ? new Mention(mention.field(), mention.from(), comma, mention.type())
                : mention;
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

    private List<Place> senses(Mention mention) {
        return named.computeIfAbsent(hash(mention), name -> gazetteer.named(name, language));
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

    private static long hash(Mention mention) {
        return Gazetteer.hash(mention.field().tokens(), mention.from(), mention.to());
    }
}
