package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.RawArticle;
import java.util.List;

/**
 * An article with its tags.
 *
 * @param article     as ingest published it, untouched; never null
 * @param language    never null
 * @param dateline    or null
 * @param entities    most salient first; never null
 * @param topics      highest score first; never null
 * @param events      in text order; never null
 * @param quotes      in text order; never null
 * @param dates       dates the text names, in text order; never null
 * @param fingerprint MinHash signature, 128 values of 32 bits as base64, or null where the text is too short
 * @param enrichment  never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrichedArticle(
        RawArticle article,
        Language language,
        Dateline dateline,
        List<Entity> entities,
        List<Topic> topics,
        List<Event> events,
        List<Quote> quotes,
        List<DateMention> dates,
        String fingerprint,
        Enrichment enrichment) {

    public EnrichedArticle {
        entities = entities == null ? List.of() : List.copyOf(entities);
        topics = topics == null ? List.of() : List.copyOf(topics);
        events = events == null ? List.of() : List.copyOf(events);
        quotes = quotes == null ? List.of() : List.copyOf(quotes);
        dates = dates == null ? List.of() : List.copyOf(dates);
    }

    /** Its tags, to be kept beside what was tagged: without the article, and without the fingerprint, which no words of it name. */
    public EnrichedArticle tags() {
        return new EnrichedArticle(null, language, dateline, entities, topics, events, quotes, dates, null, enrichment);
    }
}
