package io.dateline.enrich.gazetteer;

import io.dateline.contracts.enriched.PlaceLink;

/**
 * A place of the gazetteer.
 *
 * @param kind       never null
 * @param geonames   GeoNames number, or 0 for a region the news hardly calls by name, which is not linked
 * @param name       canonical English name; never null
 * @param country    ISO 3166-1 alpha-2; never null
 * @param admin1     name of the first-level division, or null
 * @param latitude   degrees north: of a country's capital, of the middle of a region's people; NaN where unknown
 * @param longitude  degrees east, likewise
 * @param population people, of a region those of its settlements; 0 where unknown
 * @param capital    whether it is the capital of its country
 * @param wikidata   {@code Q…} of a country, or null
 */
public record Place(
        Kind kind,
        int geonames,
        String name,
        String country,
        String admin1,
        double latitude,
        double longitude,
        int population,
        boolean capital,
        String wikidata) {

    /** What the gazetteer knows. */
    public enum Kind {
        COUNTRY,
        REGION,
        CITY
    }

    /** Whether the news calls this first-level division by its name: it has a GeoNames number. */
    boolean isKnownRegion() {
        return kind == Kind.REGION && geonames > 0;
    }

    /** Null where the place has no GeoNames number. */
    public PlaceLink link() {
        if (geonames == 0) {
            return null;
        }
        return new PlaceLink("geonames:" + geonames, name, country, admin1, degrees(latitude), degrees(longitude));
    }

    private static Double degrees(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
