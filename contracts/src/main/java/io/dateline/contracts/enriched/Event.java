package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * Who did what to whom, where and when, all from one clause.
 *
 * @param type       PLOVER event type; never null
 * @param mode       PLOVER mode, or null
 * @param contexts   PLOVER contexts ({@code diplomatic}, {@code military} …), sorted; never null
 * @param cameo      CAMEO code, a string with its leading zero, or null
 * @param goldstein  the code's value on Goldstein's scale, -10 to 10, or null
 * @param actors     who did it; never null
 * @param recipients whom it was done to; never null
 * @param place      or null
 * @param placeSpan  the words that say where, or null without a place
 * @param date       its first day, or null
 * @param datePrecision how exactly the date is known, or null without a date
 * @param dateSpan   the words that say when, or null where it follows from the dateline or the day of publication
 * @param sentence   where it is told best; never null
 * @param trigger    the words that name the act, inside the sentence; never null
 * @param mentions   every sentence of the article that tells it, in text order, the best among them; at least one
 * @param confidence 0 to 1, three decimals
 * @param by         the rule and its version; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Event(
        String type,
        String mode,
        List<String> contexts,
        String cameo,
        Double goldstein,
        List<Participant> actors,
        List<Participant> recipients,
        PlaceLink place,
        Span placeSpan,
        LocalDate date,
        DateMention.Precision datePrecision,
        Span dateSpan,
        Span sentence,
        Span trigger,
        List<Mention> mentions,
        @JsonInclude(JsonInclude.Include.ALWAYS) double confidence,
        String by) {

    public Event {
        contexts = contexts == null ? List.of() : List.copyOf(contexts);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        actors = actors == null ? List.of() : List.copyOf(actors);
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    /**
     * Somebody who takes part.
     *
     * @param entity  id of one of the article's entities, or null for somebody without a name ("police", "two ministers")
     * @param country ISO 3166-1 alpha-2, or null
     * @param sector  PLOVER sector ({@code GOV}, {@code MIL} …), or null
     * @param span    where the clause names it; never null
     * @param countrySpan the words that say its country where {@code span} does not (an office held elsewhere in the text, the
     *                    place or the other side of the act, the dateline), or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Participant(String entity, String country, String sector, Span span, Span countrySpan) {
        /** Whose own words say its country, if it has one. */
        public Participant(String entity, String country, String sector, Span span) {
            this(entity, country, sector, span, null);
        }
    }

    /**
     * One sentence that tells the event.
     *
     * @param sentence never null
     * @param trigger  the words that name the act in it; never null
     */
    public record Mention(Span sentence, Span trigger) {}
}
