package io.dateline.enrich.gazetteer;

import java.util.List;

/** Georgia: a country, and a region of another one. What else the article names decides, or nobody can tell. */
final class Divided {
    private Divided() {}

    static boolean is(List<Place> candidates) {
        return country(candidates) != null && region(candidates) != null;
    }

    /** Null where the name is no such one, or nothing speaks for the region: the country is meant. */
    static Answer settle(List<Place> candidates, PlaceContext context) {
        Place country = country(candidates);
        Place region = country == null ? null : region(candidates);
        if (region == null) {
            return null;
        }
        if (country.country().equals(context.home())) {
            return new Answer(new PlaceSense.Sense(country, "dateline"));
        }
        boolean there = context.countries().contains(country.country()) || context.implies(country, candidates);
        boolean inside = context.speaksOfRegion(region, candidates);
        // Georgia among Alabama and Texas is a state.
        boolean here = inside || context.namesDivisionOf(region.country());
        if (here && !there) {
            return new Answer(new PlaceSense.Sense(
                    region, inside ? "region-in-text: " + region.name() : "country-in-text: " + region.country()));
        }
        if (there && !here) {
            return new Answer(new PlaceSense.Sense(country, "country-in-text: " + country.country()));
        }
        boolean other = context.countries().contains(region.country()) || context.implies(region, candidates);
        return here || other ? new Answer(null) : null;
    }

    private static Place country(List<Place> candidates) {
        for (Place place : candidates) {
            if (place.kind() == Place.Kind.COUNTRY) {
                return place;
            }
        }
        return null;
    }

    /** A known region of a country that is not among the senses itself. */
    private static Place region(List<Place> candidates) {
        Place country = country(candidates);
        for (Place place : candidates) {
            if (place.isKnownRegion() && country != null && !place.country().equals(country.country())) {
                return place;
            }
        }
        return null;
    }

    /** @param sense null where nobody can tell */
    record Answer(PlaceSense.Sense sense) {}
}
