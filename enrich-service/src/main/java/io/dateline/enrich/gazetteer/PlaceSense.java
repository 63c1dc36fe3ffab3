package io.dateline.enrich.gazetteer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Picks the place a name stands for. */
public final class PlaceSense {
    private static final double COUNTRY = 8;
    private static final double REGION = 5.5;
    private static final double CAPITAL = 1;
    /** Its first name rather than one of many: New Delhi is not Delhi, yet Geneva is Genève before it is in Illinois. */
    private static final double FIRST_NAME = 0.7;

    /** A metropolis is known by its own name, however large the city that once had it: Philadelphia is not Amman. */
    private static final double KNOWN_BY_IT = 1;

    private static final int METROPOLIS = 500_000;

    private static final double NAMED_NEXT = 4;
    private static final double COUNTRY_IN_TEXT = 1.5;
    /** A country by its own name: Mexico is no city, whatever is near. */
    private static final double OWN_NAME = 4;

    /** Spelled like a place, and hardly ever one; or larger than anything the gazetteer holds. */
    private static final Set<String> NO_PLACES = Set.of(
            "white house",
            "africa",
            "europe",
            "asia",
            "antarctica",
            "america",
            "north america",
            "south america",
            "latin america",
            "central america",
            "middle east",
            "republic",
            "union",
            "state",
            "commonwealth",
            "liberty",
            "independence",
            "freedom",
            "commerce",
            "enterprise",
            "hope",
            "mission",
            "university",
            "police",
            "church",
            "parliament",
            "congress",
            "senate",
            "house",
            "capitol",
            "pentagon",
            "empire",
            "nation",
            "media",
            "mobile",
            "reading",
            "bath",
            "nice",
            "orange",
            "split",
            "victoria falls",
            "north",
            "south",
            "east",
            "west");

    /** A lone name is linked only where one sense is so much bigger than the next (0.15 is a factor of 1.4). */
    private static final double CLEAR = 0.15;

    private static final Map<String, String> US_STATES = Map.ofEntries(
            Map.entry("ala.", "Alabama"),
            Map.entry("ariz.", "Arizona"),
            Map.entry("ark.", "Arkansas"),
            Map.entry("calif.", "California"),
            Map.entry("colo.", "Colorado"),
            Map.entry("conn.", "Connecticut"),
            Map.entry("del.", "Delaware"),
            Map.entry("fla.", "Florida"),
            Map.entry("ga.", "Georgia"),
            Map.entry("ill.", "Illinois"),
            Map.entry("ind.", "Indiana"),
            Map.entry("kan.", "Kansas"),
            Map.entry("ky.", "Kentucky"),
            Map.entry("la.", "Louisiana"),
            Map.entry("md.", "Maryland"),
            Map.entry("mass.", "Massachusetts"),
            Map.entry("mich.", "Michigan"),
            Map.entry("minn.", "Minnesota"),
            Map.entry("miss.", "Mississippi"),
            Map.entry("mo.", "Missouri"),
            Map.entry("mont.", "Montana"),
            Map.entry("neb.", "Nebraska"),
            Map.entry("nev.", "Nevada"),
            Map.entry("n.h.", "New Hampshire"),
            Map.entry("n.j.", "New Jersey"),
            Map.entry("n.m.", "New Mexico"),
            Map.entry("n.y.", "New York"),
            Map.entry("n.c.", "North Carolina"),
            Map.entry("n.d.", "North Dakota"),
            Map.entry("okla.", "Oklahoma"),
            Map.entry("ore.", "Oregon"),
            Map.entry("pa.", "Pennsylvania"),
            Map.entry("r.i.", "Rhode Island"),
            Map.entry("s.c.", "South Carolina"),
            Map.entry("s.d.", "South Dakota"),
            Map.entry("tenn.", "Tennessee"),
            Map.entry("tex.", "Texas"),
            Map.entry("vt.", "Vermont"),
            Map.entry("va.", "Virginia"),
            Map.entry("wash.", "Washington"),
            Map.entry("w.va.", "West Virginia"),
            Map.entry("wis.", "Wisconsin"),
            Map.entry("wyo.", "Wyoming"),
            Map.entry("d.c.", "Washington, D.C."));

    private PlaceSense() {}

    /**
     * The sense of a lone name, for instance in a dateline.
     *
     * @param within the country, region or US state abbreviation printed beside it, or null
     * @return null where no sense is certain
     */
    public static Place of(Gazetteer gazetteer, String name, String within) {
        Place best = best(name, gazetteer.named(name), Set.of(), next(gazetteer, within));
        if (best == null || within != null) {
            return best;
        }
        for (Place other : gazetteer.named(name)) {
            boolean alike = best.name().equalsIgnoreCase(name) == other.name().equalsIgnoreCase(name);
            if (other != best && alike && weight(best, name) - weight(other, name) < CLEAR) {
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
        return gazetteer.named(US_STATES.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), name));
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
        if (next.isEmpty() && NO_PLACES.contains(name.toLowerCase(Locale.ROOT))
                || isDivided(candidates, countries, next)) {
            return null;
        }
        Place best = null;
        String reason = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Place candidate : candidates) {
            double score = weight(candidate, name);
            String why = candidates.size() == 1 ? "only-sense" : "largest";
            if (candidate.kind() != Place.Kind.COUNTRY && countries.contains(candidate.country())) {
                score += COUNTRY_IN_TEXT;
                why = candidates.size() == 1 ? why : "country-in-text: " + candidate.country();
            }
            for (Place beside : next) {
                boolean inCountry = beside.kind() == Place.Kind.COUNTRY
                        && candidate.kind() != Place.Kind.COUNTRY
                        && candidate.country().equals(beside.country());
                boolean inRegion = beside.kind() == Place.Kind.REGION
                        && candidate.kind() == Place.Kind.CITY
                        && candidate.country().equals(beside.country())
                        && beside.name().equals(candidate.admin1());
                if (inCountry || inRegion) {
                    score += NAMED_NEXT;
                    why = "named-beside: " + beside.name();
                    break;
                }
            }
            if (score > most) {
                most = score;
                best = candidate;
                reason = why;
            }
        }
        return best == null ? null : new Sense(best, reason);
    }

    /** Georgia: a country and a region of another one that the text names too. Nobody can tell. */
    private static boolean isDivided(List<Place> candidates, Set<String> countries, List<Place> next) {
        boolean country = false;
        boolean region = false;
        for (Place candidate : candidates) {
            country |= candidate.kind() == Place.Kind.COUNTRY;
            region |= candidate.kind() == Place.Kind.REGION && countries.contains(candidate.country());
        }
        boolean other = false;
        for (Place candidate : candidates) {
            other |= candidate.kind() == Place.Kind.REGION
                    && candidates.stream()
                            .noneMatch(one -> one.kind() == Place.Kind.COUNTRY
                                    && one.country().equals(candidate.country()));
        }
        return country && region && other && next.isEmpty();
    }

    /**
     * A place and why it was chosen among those of its name.
     *
     * @param reason {@code only-sense}, {@code named-beside: …}, {@code country-in-text: …} or {@code largest}
     */
    public record Sense(Place place, String reason) {}

    private static double weight(Place place, String name) {
        double first = place.name().equalsIgnoreCase(name)
                ? FIRST_NAME + (place.population() > METROPOLIS ? KNOWN_BY_IT : 0)
                : 0;
        return switch (place.kind()) {
            case COUNTRY -> COUNTRY + (place.name().equalsIgnoreCase(name) ? OWN_NAME : 0);
            case REGION -> REGION;
            case CITY -> StrictMath.log10(place.population() + 10.0) + (place.capital() ? CAPITAL : 0) + first;
        };
    }
}
