package io.dateline.store.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.store.sql.SqlDates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is stored of an article's tags row by row, each entity, event and quote by itself.
 *
 * @param entities the more salient first, no id twice; never null
 * @param events   never null
 * @param quotes   never null
 */
record TagRows(List<EntityRow> entities, List<EventRow> events, List<QuoteRow> quotes) {

    /** @param roles as JSON */
    record EntityRow(String entity, String type, String name, double salience, int mentions, String roles) {}

    /**
     * @param event    id that tellings of the same share
     * @param keys     exact filters that hold of this event together
     * @param date     first day, as ISO 8601, or null
     * @param document the event as JSON
     */
    record EventRow(String event, String type, List<String> keys, String date, double confidence, String document) {}

    /**
     * @param speaker  or null
     * @param document the quote as JSON
     */
    record QuoteRow(String speaker, String document) {}

    /** An office without its span: the span lies in the document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Office(String text, String affiliation) {}

    /** @param keys of its events, in their order */
    static TagRows of(EnrichedArticle enriched, List<EventKeys> keys) {
        Map<String, EntityRow> entities = new LinkedHashMap<>();
        for (Entity entity : enriched.entities()) {
            if (entity.id().length() <= Tags.LENGTH) {
                entities.putIfAbsent(entity.id(), row(entity));
            }
        }
        String source = enriched.article().source().id();
        List<EventRow> events = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Event event = enriched.events().get(i);
            events.add(new EventRow(
                    keys.get(i).id(),
                    event.type(),
                    keys.get(i).withSource(source),
                    event.date() == null ? null : SqlDates.text(event.date()),
                    event.confidence(),
                    Rows.json(event)));
        }
        List<QuoteRow> quotes = enriched.quotes().stream()
                .map(quote -> new QuoteRow(quote.speaker(), Rows.json(quote)))
                .toList();
        return new TagRows(List.copyOf(entities.values()), events, quotes);
    }

    private static EntityRow row(Entity entity) {
        return new EntityRow(
                entity.id(),
                entity.type().name(),
                Tags.shown(entity.name()),
                entity.salience(),
                entity.mentions().size(),
                Rows.json(entity.roles().stream()
                        .map(role -> new Office(role.text(), role.affiliation()))
                        .toList()));
    }
}
