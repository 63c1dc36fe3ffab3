package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * Who did what to whom, where and when, all from one clause.
 *
 * @param type       PLOVER event type; never null
 * @param mode       PLOVER mode, or null
 * @param cameo      CAMEO code, a string with its leading zero, or null
 * @param actors     who did it; never null
 * @param recipients whom it was done to; never null
 * @param place      or null
 * @param date       or null
 * @param sentence   never null
 * @param trigger    never null
 * @param confidence 0 to 1, three decimals
 * @param by         the rule and its version; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Event(
        String type,
        String mode,
        String cameo,
        List<Participant> actors,
        List<Participant> recipients,
        PlaceLink place,
        LocalDate date,
        Span sentence,
        Span trigger,
        @JsonInclude(JsonInclude.Include.ALWAYS) double confidence,
        String by) {

    public Event {
        actors = actors == null ? List.of() : List.copyOf(actors);
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    /**
     * Somebody who takes part.
     *
     * @param entity  id of one of the article's entities; never null
     * @param country ISO 3166-1 alpha-2, or null
     * @param sector  PLOVER sector ({@code GOV}, {@code MIL} …), or null
     * @param span    where the clause names it; never null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Participant(String entity, String country, String sector, Span span) {}
}
