package io.dateline.enrich.gazetteer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an article says about where it plays, gathered before its place names are read. Not for use by several
 * threads.
 */
public final class PlaceContext {
    /** A smaller city implies nothing about the rest of an article. */
    private static final int LARGE = 100_000;
    /** Stands for the dateline among the numbers of places. */
    private static final int FILED = -1;

    private final String language;
    private final Set<String> countries = new HashSet<>();
    /** By country and by division, the numbers of the places that imply it: no name speaks for itself. */
    private final Map<String, Set<Integer>> implied = new HashMap<>();

    private final Map<String, Set<Integer>> regions = new HashMap<>();
    /** Countries of which a first-level division is named, not only a city. */
    private final Set<String> divisions = new HashSet<>();

    private String home;

    /** @param language ISO 639-1, or {@code und}; never null */
    public PlaceContext(String language) {
        this.language = language;
    }

    static PlaceContext of(Set<String> countries) {
        PlaceContext context = new PlaceContext("en");
        context.countries.addAll(countries);
        return context;
    }

    /** The story was filed there. */
    public void filed(String country, String admin1) {
        home = country;
        countries.add(country);
        if (admin1 != null) {
            add(regions, country + '/' + admin1, FILED);
        }
    }

    /** A word for its people, a body that bears its name. */
    public void speaksOf(Place country) {
        countries.add(country.country());
    }

    /** A place name of the text: one that could mean a country or another one's region says nothing. */
    public void names(String name, List<Place> candidates) {
        if (candidates.isEmpty() || NoPlaces.has(name, language)) {
            return;
        }
        boolean divided = Divided.is(candidates);
        Place sure = PlaceSense.unmistakable(name, candidates);
        for (Place place : candidates) {
            if (place.kind() == Place.Kind.COUNTRY && !divided) {
                countries.add(place.country());
            }
        }
        if (sure == null || divided) {
            return;
        }
        if (sure.isKnownRegion() || sure.kind() == Place.Kind.CITY && sure.population() >= LARGE) {
            add(implied, sure.country(), sure.geonames());
            if (sure.isKnownRegion()) {
                divisions.add(sure.country());
            }
            if (sure.admin1() != null) {
                add(regions, region(sure), sure.geonames());
            }
        }
    }

    private static void add(Map<String, Set<Integer>> into, String key, int by) {
        into.computeIfAbsent(key, unused -> new HashSet<>()).add(by);
    }

    static String region(Place place) {
        return place.country() + '/' + place.admin1();
    }

    String language() {
        return language;
    }

    /** ISO code of the dateline's country, or null. */
    String home() {
        return home;
    }

    Set<String> countries() {
        return countries;
    }

    /** Whether a division of this country is named. */
    boolean namesDivisionOf(String country) {
        return divisions.contains(country);
    }

    /** Whether another place that is named, none of the candidates, lies in the same country. */
    boolean implies(Place place, List<Place> candidates) {
        return other(implied.get(place.country()), candidates);
    }

    /**
     * Whether the first-level division of a place is named, or holds another place that is, by none
     * of the candidates.
     */
    boolean speaksOfRegion(Place place, List<Place> candidates) {
        return other(regions.get(region(place)), candidates);
    }

    private static boolean other(Set<Integer> by, List<Place> candidates) {
        if (by == null) {
            return false;
        }
        for (int number : by) {
            if (!isOneOf(number, candidates)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(int geonames, List<Place> candidates) {
        for (Place one : candidates) {
            if (one.geonames() == geonames) {
                return true;
            }
        }
        return false;
    }
}
