package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * The line that says where and when a story was filed, and by whom.
 *
 * @param placeText the place as printed, or null
 * @param place     the place as the gazetteer knows it, or null where no sense is certain
 * @param date      with the year resolved, or null
 * @param agency    as printed, or null
 * @param span      never null
 * @param by        the grammar rule and its version; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dateline(String placeText, PlaceLink place, LocalDate date, String agency, Span span, String by) {}
