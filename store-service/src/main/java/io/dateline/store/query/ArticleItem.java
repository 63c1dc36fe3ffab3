package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An article as lists show it.
 *
 * @param id          never null
 * @param revision    of the head in lists, of the change in changes
 * @param seq         its place in the order of changes
 * @param status      never null
 * @param title       never null, empty where it was withdrawn
 * @param snippet     summary or the start of the body, at most 300 characters; never null, may be empty
 * @param source      never null
 * @param url         or null
 * @param language    ISO 639-1, {@code und} where unknown; never null
 * @param publishedAt the publisher's date, or null
 * @param sortAt      the earlier of {@code publishedAt} and {@code fetchedAt}; never null
 * @param fetchedAt   never null
 * @param storedAt    never null
 * @param dateline    or null
 * @param entities    the most salient, at most 8; never null
 * @param topics      the highest scored, at most 4; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleItem(
        String id,
        int revision,
        long seq,
        ArticleStatus status,
        String title,
        String snippet,
        Source source,
        String url,
        String language,
        Instant publishedAt,
        Instant sortAt,
        Instant fetchedAt,
        Instant storedAt,
        ItemDateline dateline,
        List<ItemTag> entities,
        List<ItemTag> topics) {

    public ArticleItem {
        entities = entities == null ? List.of() : List.copyOf(entities);
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    /**
     * @param place   canonical name, or as printed where the gazetteer is not certain; or null
     * @param country ISO 3166-1 alpha-2, or null
     * @param date    or null
     * @param agency  or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemDateline(String place, String country, LocalDate date, String agency) {}

    /**
     * An entity or a topic.
     *
     * @param id    what the {@code entity} or {@code topic} parameter takes; never null
     * @param label never null
     * @param type  {@code PER}, {@code ORG}, {@code LOC}, {@code NORP}; null for topics
     * @param score salience of an entity, score of a topic; 0 to 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemTag(String id, String label, String type, double score) {}
}
