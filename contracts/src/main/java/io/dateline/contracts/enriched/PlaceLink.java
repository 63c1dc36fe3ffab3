package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A place in the world, as a gazetteer knows it.
 *
 * @param id        {@code geonames:ID}; never null
 * @param name      canonical English name; never null
 * @param country   ISO 3166-1 alpha-2, or null
 * @param admin1    name of the first-level division, or null
 * @param latitude  degrees north, or null
 * @param longitude degrees east, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceLink(String id, String name, String country, String admin1, Double latitude, Double longitude) {}
