package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * A date the text names, resolved to the calendar.
 *
 * @param from      first day; never null
 * @param to        last day, not before the first; never null
 * @param precision never null
 * @param span      the words that name it; never null
 * @param by        the rule and its version; never null
 */
public record DateMention(LocalDate from, LocalDate to, Precision precision, Span span, String by) {

    /** How exactly the text names the date. */
    public enum Precision {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH,
        @JsonProperty("quarter")
        QUARTER,
        @JsonProperty("year")
        YEAR,
        @JsonProperty("range")
        RANGE
    }
}
