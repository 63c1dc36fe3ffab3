package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Quote;
import io.dateline.store.query.ArticlePage.Counted;
import io.dateline.store.query.ArticlePage.FacetValue;
import java.time.Instant;
import java.util.List;

/**
 * What the store knows of an entity.
 *
 * @param id         never null
 * @param label      by which it is shown and asked for; never null
 * @param name       in its newest article; never null
 * @param type       in its newest article; never null
 * @param links      ids elsewhere; never null
 * @param place      where it is a place with coordinates, or null
 * @param counted    its articles, those that timeline and roles were counted over; never null
 * @param firstAt    {@code sortAt} of its oldest article; never null
 * @param lastAt     {@code sortAt} of its newest article; never null
 * @param interval   of the timeline; never null
 * @param timeline   oldest first; never null
 * @param roles      most frequent first, at most 20; never null
 * @param company    entities that its newest 1,000 articles name beside it, most frequent first, at most 20; never null
 * @param quotes     of what it said, newest first, at most 10; never null
 * @param asActor    events in which it did something, last told first, at most 10; never null
 * @param asRecipient events in which something was done to it, likewise; never null
 * @param articles   newest first, at most 10; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntityProfile(
        String id,
        String label,
        String name,
        Entity.Type type,
        Entity.Links links,
        PlaceLink place,
        Counted counted,
        Instant firstAt,
        Instant lastAt,
        Interval interval,
        List<Bucket> timeline,
        List<Office> roles,
        List<FacetValue> company,
        List<Said> quotes,
        List<EventItem> asActor,
        List<EventItem> asRecipient,
        List<ArticleItem> articles) {

    /**
     * @param text            as articles have it; never null
     * @param affiliation     entity id of whose office it is, or null
     * @param affiliationName for a person, or null
     * @param count           articles
     * @param firstAt         {@code sortAt} of the oldest of these; never null
     * @param lastAt          {@code sortAt} of the newest of these; never null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Office(
            String text, String affiliation, String affiliationName, long count, Instant firstAt, Instant lastAt) {}

    /**
     * @param article id of the article; never null
     * @param title   of the article; never null
     * @param sortAt  of the article; never null
     * @param quote   with every span; never null
     */
    public record Said(String article, String title, Instant sortAt, Quote quote) {}
}
