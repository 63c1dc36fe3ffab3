package io.dateline.enrich.gazetteer;

import io.dateline.contracts.enriched.PlaceLink;

/**
 * A place of the gazetteer.
 *
 * @param kind       never null
 * @param geonames   GeoNames number, or 0 for a region, whose number the source file lacks
 * @param name       canonical English name; never null
 * @param country    ISO 3166-1 alpha-2; never null
 * @param admin1     name of the first-level division, or null
 * @param latitude   degrees north; NaN for countries and regions
 * @param longitude  degrees east; NaN for countries and regions
 * @param population people, 0 where unknown
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
