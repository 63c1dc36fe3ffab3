package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One event as its newest telling that fits the question has it.
 *
 * @param id            tellings that agree on type, actors, recipients, day and country share it; never null
 * @param type          PLOVER type; never null
 * @param mode          PLOVER mode, or null
 * @param contexts      PLOVER contexts; never null
 * @param cameo         CAMEO code, or null
 * @param goldstein     -10 to 10, or null
 * @param actors        who did it; never null
 * @param recipients    to whom; never null
 * @param place         where, or null
 * @param date          its first day, or null
 * @param datePrecision how exactly the date is known, or null without a date
 * @param confidence    0 to 1
 * @param evidence      where it is told; never null
 * @param mentions      tellings of the event in articles that lists may show, whatever the question
 * @param sources       sources of these
 * @param firstToldAt   {@code sortAt} of the oldest of these; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventItem(
        String id,
        String type,
        String mode,
        List<String> contexts,
        String cameo,
        Double goldstein,
        List<Party> actors,
        List<Party> recipients,
        PlaceLink place,
        LocalDate date,
        DateMention.Precision datePrecision,
        double confidence,
        Evidence evidence,
        long mentions,
        long sources,
        Instant firstToldAt) {

    public EventItem {
        contexts = List.copyOf(contexts);
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
    }

    /**
     * Somebody who took part.
     *
     * @param id      entity id; never null
     * @param name    for a person to read; never null
     * @param country ISO 3166-1 alpha-2, or null
     * @param sector  PLOVER sector, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(String id, String name, String country, String sector) {}

    /**
     * Where an article tells it.
     *
     * @param article  id of the article; never null
     * @param revision its head
     * @param title    of the article; never null
     * @param source   id of the source; never null
     * @param sortAt   of the article; never null
     * @param sentence never null
     * @param trigger  the words of the sentence that name the act; never null
     */
    public record Evidence(
            String article, int revision, String title, String source, Instant sortAt, Span sentence, Span trigger) {}
}
