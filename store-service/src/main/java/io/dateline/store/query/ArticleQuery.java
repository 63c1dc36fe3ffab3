package io.dateline.store.query;

import io.dateline.contracts.article.ArticleStatus;
import java.util.List;
import java.util.Map;

/**
 * A validated question to the store. Values of one criterion are alternatives; everything else narrows. Built by
 * {@link ArticleQueryParser}.
 *
 * @param text        what {@link TextQuery} reads, or null
 * @param in          where the words must occur; never null
 * @param wanted      by criterion, the ids, codes or exact names of which one must fit; never null
 * @param unwanted    by criterion, those of which none may fit; never null
 * @param near        a place of the article must lie in it, or null
 * @param minSalience how much an article must be about one of the entities asked for, 0 to 1, or null
 * @param duplicates  which of several articles of one text or one story are shown; never null
 * @param status      {@code USABLE}, or {@code CANCELED} to ask what was withdrawn; never null
 * @param sorted      when {@link ArticleItem#sortAt()} must lie; never null
 * @param stored      when the head must have been stored; never null
 * @param mentioned   days of which the text must name one; never null
 * @param happened    when an event of the article must have been; never null
 * @param sort        never null
 * @param limit       items of a page, 1 to 100
 * @param cursor      the {@code next} of an earlier page of the same question, or null
 * @param facets      whether facets are counted too
 * @param highlight   whether it is shown where the words occur, which needs {@code text}
 */
public record ArticleQuery(
        String text,
        Where in,
        Map<Criterion, List<String>> wanted,
        Map<Criterion, List<String>> unwanted,
        Near near,
        Double minSalience,
        Duplicates duplicates,
        ArticleStatus status,
        Period sorted,
        Period stored,
        Period mentioned,
        Period happened,
        Sort sort,
        int limit,
        String cursor,
        boolean facets,
        boolean highlight) {

    /** Asks for everything, newest first. */
    public static final ArticleQuery ALL = new ArticleQuery(
            null,
            Where.ANYWHERE,
            Map.of(),
            Map.of(),
            null,
            null,
            Duplicates.ALL,
            ArticleStatus.USABLE,
            Period.ALWAYS,
            Period.ALWAYS,
            Period.ALWAYS,
            Period.ALWAYS,
            Sort.NEWEST,
            20,
            null,
            false,
            false);

    public ArticleQuery {
        wanted = Map.copyOf(wanted);
        unwanted = Map.copyOf(unwanted);
    }

    /** The newest that fit one value. */
    static ArticleQuery newest(Criterion criterion, String value, int limit) {
        return new ArticleQuery(
                null,
                Where.ANYWHERE,
                Map.of(criterion, List.of(value)),
                Map.of(),
                null,
                null,
                Duplicates.ALL,
                ArticleStatus.USABLE,
                Period.ALWAYS,
                Period.ALWAYS,
                Period.ALWAYS,
                Period.ALWAYS,
                Sort.NEWEST,
                limit,
                null,
                false,
                false);
    }

    /** The same, with facets counted too. */
    ArticleQuery withFacets() {
        return new ArticleQuery(
                text,
                in,
                wanted,
                unwanted,
                near,
                minSalience,
                duplicates,
                status,
                sorted,
                stored,
                mentioned,
                happened,
                sort,
                limit,
                cursor,
                true,
                highlight);
    }

    /** The same question, for another page. */
    public ArticleQuery withPage(int items, String after) {
        return new ArticleQuery(
                text,
                in,
                wanted,
                unwanted,
                near,
                minSalience,
                duplicates,
                status,
                sorted,
                stored,
                mentioned,
                happened,
                sort,
                items,
                after,
                facets,
                highlight);
    }

    /** The values of which one must fit, empty where the criterion is not asked for. */
    public List<String> wanted(Criterion criterion) {
        return wanted.getOrDefault(criterion, List.of());
    }

    /** In which part of an article words are looked for. */
    public enum Where {
        ANYWHERE,
        TITLE,
        BODY
    }

    /** All articles, or those that copy no other, or of each story the newest that fits the question. */
    public enum Duplicates {
        ALL,
        ORIGINALS,
        STORY
    }

    /** By time, or among the newest 10,000 matches the best match, or what is most about an entity, first. */
    public enum Sort {
        NEWEST,
        OLDEST,
        RELEVANCE,
        SALIENCE;

        /** Whether what matches is ranked; else it is read in the order of time. */
        boolean ranked() {
            return this == RELEVANCE || this == SALIENCE;
        }

        /** Columns of a time and an id in this order of time. */
        String order(String time, String id) {
            String direction = this == OLDEST ? "" : " DESC";
            return " ORDER BY " + time + direction + ", " + id + direction;
        }

        /** How rows compare that come behind another in this order of time. */
        String behind() {
            return this == OLDEST ? ">" : "<";
        }
    }
}
