package io.dateline.store.query;

import java.time.Instant;
import java.util.List;

/**
 * A validated question to the store. Values of one list are alternatives; the lists narrow each other. Built by
 * {@link ArticleQueryParser}.
 *
 * @param text      words, "phrases", {@code OR} and {@code -without}, as the web's search boxes take them; or null
 * @param entities  entity ids or exact names; never null
 * @param topics    topic ids (narrower topics are found too) or exact labels; never null
 * @param places    ISO 3166-1 alpha-2 country codes, {@code geonames:ID} or exact names; never null
 * @param sources   source ids or exact names; never null
 * @param languages ISO 639-1 codes; never null
 * @param from      earliest {@link ArticleItem#sortAt()}, or null
 * @param to        first instant after the latest {@link ArticleItem#sortAt()}, or null
 * @param sort      never null
 * @param limit     items of a page, 1 to 100
 * @param cursor    the {@code next} of an earlier page of the same question, or null
 * @param facets    whether facets are counted too
 */
public record ArticleQuery(
        String text,
        List<String> entities,
        List<String> topics,
        List<String> places,
        List<String> sources,
        List<String> languages,
        Instant from,
        Instant to,
        Sort sort,
        int limit,
        String cursor,
        boolean facets) {

    /** Asks for everything, newest first. */
    public static final ArticleQuery ALL = new ArticleQuery(
            null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, Sort.NEWEST, 20, null, false);

    public ArticleQuery {
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
        places = List.copyOf(places);
        sources = List.copyOf(sources);
        languages = List.copyOf(languages);
    }

    /** Newest first, or best match first among the newest 10,000 matches. */
    public enum Sort {
        NEWEST,
        RELEVANCE
    }
}
