package io.dateline.enrich.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Picks the place a name stands for. */
public final class PlaceSense {
    private static final double COUNTRY = 8;
    /** A known division counts at least this, otherwise the logarithm of its people as a city does. */
    private static final double REGION = 5.5;

    private static final double OBSCURE_REGION = 5;
    /** New York, Luhansk: by a name alone the city is meant, not the division called after it. */
    private static final double NAMED_AFTER_CITY = 1.5;
    /** Victoria, Oklahoma: a division is meant before a city that is called so among other things. */
    private static final double ONLY_ALSO = 1.5;

    private static final double CAPITAL = 1;
    /** Its first name rather than one of many: New Delhi is not Delhi, yet Geneva is Genève before it is in Illinois. */
    private static final double FIRST_NAME = 0.7;

    /** A metropolis is known by its own name, however large the city that once had it: Philadelphia is not Amman. */
    private static final double KNOWN_BY_IT = 1;

    private static final int METROPOLIS = 500_000;

    private static final double NAMED_NEXT = 6;
    private static final double COUNTRY_IN_TEXT = 1.5;
    /** Its country is only implied, by a city or a body of that country. */
    private static final double COUNTRY_IMPLIED = 1;

    private static final double REGION_IN_TEXT = 1.5;
    /** So far ahead of the next that no context is needed. */
    private static final double UNMISTAKABLE = 1.2;

    /** A country by its own name: Mexico is no city, whatever is near. */
    private static final double OWN_NAME = 4;

    /** A lone name is linked only where one sense is so much bigger than the next (0.15 is a factor of 1.4). */
    private static final double CLEAR = 0.15;

    private static final String NAMED_BESIDE = "named-beside: ";

    private PlaceSense() {}

    /**
     * The sense of a lone name, for instance in a dateline.
     *
     * @param within the country, region or US state abbreviation printed beside it, or null
     * @return null where no sense is certain
     */
    public static Place of(Gazetteer gazetteer, String name, String within) {
        Sense sense = sense(name, gazetteer.named(name), Set.of(), next(gazetteer, within));
        if (sense == null) {
            return null;
        }
        Place best = sense.place();
        if (sense.reason().startsWith(NAMED_BESIDE)) {
            return best;
        }
        for (Place other : gazetteer.named(name)) {
            boolean alike = best.name().equalsIgnoreCase(name) == other.name().equalsIgnoreCase(name);
            if (other != best
                    && alike
                    && weight(best, name, List.of(), List.of()) - weight(other, name, List.of(), List.of()) < CLEAR) {
                return null;
            }
        }
        return best;
    }

    /** The senses of the name that stands beside a name ("Texas" beside "Paris"). */
    public static List<Place> next(Gazetteer gazetteer, String name) {
        if (name == null) {
            return List.of();
        }
        String state = name.endsWith(".") ? UsStates.name(name) : null;
        return state == null
                ? gazetteer.named(name)
                : gazetteer.named(state).stream()
                        .filter(place -> place.kind() == Place.Kind.REGION
                                && place.country().equals("US"))
                        .toList();
    }

    /**
     * The likeliest sense: by size, by the countries the text speaks of, by the region or country named next to it.
     *
     * @param name      as printed
     * @param countries ISO codes of the countries the text names otherwise
     * @param next      senses of the name beside it
     * @return null without candidates
     */
    public static Place best(String name, List<Place> candidates, Set<String> countries, List<Place> next) {
        Sense sense = sense(name, candidates, countries, next);
        return sense == null ? null : sense.place();
    }

    /**
     * The likeliest sense, and what spoke for it.
     *
     * @return null without candidates
     */
    public static Sense sense(String name, List<Place> candidates, Set<String> countries, List<Place> next) {
        return sense(name, candidates, PlaceContext.of(countries), next);
    }

    /**
     * The likeliest sense in an article, and what spoke for it.
     *
     * @return null without candidates, or where nobody can tell
     */
    public static Sense sense(String name, List<Place> candidates, PlaceContext context, List<Place> next) {
        if (next.isEmpty() && NoPlaces.has(name, context.language())) {
            return null;
        }
        if (next.isEmpty()) {
            Divided.Answer divided = Divided.settle(candidates, context);
            if (divided != null) {
                return divided.sense();
            }
        }
        List<Place> around = enclosing(next);
        if (around.isEmpty()) {
            return likeliest(name, candidates, context, next);
        }
        List<Place> inside = new ArrayList<>();
        for (Place candidate : candidates) {
            if (beside(candidate, around) != null) {
                inside.add(candidate);
            }
        }
        if (!inside.isEmpty()) {
            return likeliest(name, inside, context, around);
        }
        // "Lebanon, Syria and Jordan" is a list; "London, Ohio" is not the London the gazetteer has.
        Sense sense = likeliest(name, candidates, context, List.of());
        boolean listed = sense != null
                && sense.place().kind() != Place.Kind.CITY
                && around.stream()
                        .anyMatch(place -> place.kind() == sense.place().kind());
        return listed ? sense : null;
    }

    /** The regions and countries a name means, unless it is a city first: Ohio, but not Paris. */
    private static List<Place> enclosing(List<Place> next) {
        List<Place> regions = regions(next);
        Place best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Place place : next) {
            double weight = weight(place, place.name(), next, regions);
            if (weight > most) {
                most = weight;
                best = place;
            }
        }
        return best == null || best.kind() == Place.Kind.CITY
                ? List.of()
                : next.stream().filter(place -> place.kind() != Place.Kind.CITY).toList();
    }

    private static Sense likeliest(String name, List<Place> candidates, PlaceContext context, List<Place> next) {
        List<Place> regions = regions(candidates);
        Sense best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Place candidate : candidates) {
            double score = weight(candidate, name, candidates, regions);
            String why = candidates.size() == 1 ? "only-sense" : "largest";
            if (candidate.kind() != Place.Kind.COUNTRY) {
                double told = told(candidate, candidates, context);
                score += told;
                why = told == 0 || candidates.size() == 1 ? why : "country-in-text: " + candidate.country();
            }
            if (candidate.kind() == Place.Kind.CITY
                    && context.speaksOfRegion(candidate, candidates)
                    && regions.stream().noneMatch(region -> holds(region, candidate))) {
                score += REGION_IN_TEXT;
                why = candidates.size() == 1 ? why : "region-in-text: " + candidate.admin1();
            }
            Place beside = beside(candidate, next);
            if (beside != null) {
                score += NAMED_NEXT;
                why = NAMED_BESIDE + beside.name();
            }
            if (score > most) {
                most = score;
                best = new Sense(candidate, why);
            }
        }
        return best;
    }

    /** The sense of a name that needs no context: all others are much smaller. Null where there is none. */
    static Place unmistakable(String name, List<Place> candidates) {
        Place best = best(name, candidates, Set.of(), List.of());
        if (best == null) {
            return null;
        }
        List<Place> regions = regions(candidates);
        double most = weight(best, name, candidates, regions);
        for (Place other : candidates) {
            if (other != best
                    && most - weight(other, name, candidates, regions) < UNMISTAKABLE
                    && !holds(other, best)) {
                return null;
            }
        }
        return best;
    }

    private static double told(Place candidate, List<Place> candidates, PlaceContext context) {
        if (context.countries().contains(candidate.country())) {
            return COUNTRY_IN_TEXT;
        }
        return context.implies(candidate, candidates) ? COUNTRY_IMPLIED : 0;
    }

    private static Place beside(Place candidate, List<Place> next) {
        for (Place beside : next) {
            boolean inCountry = beside.kind() == Place.Kind.COUNTRY
                    && candidate.kind() != Place.Kind.COUNTRY
                    && candidate.country().equals(beside.country());
            if (inCountry || candidate.kind() == Place.Kind.CITY && holds(beside, candidate)) {
                return beside;
            }
        }
        return null;
    }

    /** Whether a city lies in a region. */
    private static boolean holds(Place region, Place city) {
        return region.kind() == Place.Kind.REGION
                && city.country().equals(region.country())
                && region.name().equals(city.admin1());
    }

    /**
     * A place and why it was chosen among those of its name.
     *
     * @param reason {@code only-sense}, {@code dateline}, {@code named-beside: …}, {@code region-in-text: …},
     *               {@code country-in-text: …} or {@code largest}
     */
    public record Sense(Place place, String reason) {}

    private static double weight(Place place, String name, List<Place> candidates, List<Place> regions) {
        double first = place.name().equalsIgnoreCase(name)
                ? FIRST_NAME + (place.population() > METROPOLIS ? KNOWN_BY_IT : 0)
                : 0;
        return switch (place.kind()) {
            case COUNTRY -> COUNTRY + (place.name().equalsIgnoreCase(name) ? OWN_NAME : 0);
            case REGION -> region(place, candidates);
            case CITY ->
                StrictMath.log10(place.population() + 10.0)
                        + (place.capital() ? CAPITAL : 0)
                        + first
                        - (first == 0 && isOnlyAlso(place, name, regions) ? ONLY_ALSO : 0);
        };
    }

    /** Few, so that they can be held against every city of the name. */
    private static List<Place> regions(List<Place> candidates) {
        List<Place> regions = List.of();
        for (Place place : candidates) {
            if (place.kind() == Place.Kind.REGION) {
                regions = regions.isEmpty() ? new ArrayList<>() : regions;
                regions.add(place);
            }
        }
        return regions;
    }

    private static boolean isOnlyAlso(Place city, String name, List<Place> regions) {
        for (Place region : regions) {
            if (region.isKnownRegion() && region.name().equalsIgnoreCase(name) && !isCalledAfter(region, city)) {
                return true;
            }
        }
        return false;
    }

    /** A region that bears a city's name, or is in good part that city. */
    private static boolean isCalledAfter(Place region, Place city) {
        return holds(region, city)
                && (city.name().equalsIgnoreCase(region.name()) || city.population() > region.population() / 4);
    }

    private static double region(Place place, List<Place> candidates) {
        double weight =
                place.isKnownRegion() ? Math.max(REGION, StrictMath.log10(place.population() + 10.0)) : OBSCURE_REGION;
        for (Place city : candidates) {
            if (city.kind() == Place.Kind.CITY && isCalledAfter(place, city)) {
                return weight - NAMED_AFTER_CITY;
            }
        }
        return weight;
    }
}
