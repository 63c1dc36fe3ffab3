package io.dateline.store.story;

import io.dateline.store.query.ArticleQuery;

/**
 * A question for stories. Built by {@link StoryQueryParser}.
 *
 * @param articles   exact filters: a story is listed if one of the newest 10,000 articles that match them is in it. Its
 *                   span is that of the story: with an article not before {@code from}, and one before {@code to}. Its
 *                   limit and cursor are those of the page; never null
 * @param minSources independent sources it has at least, 1 or more
 * @param sort       never null
 * @param key        the same for every page of a question, and for no other question; never null
 */
public record StoryQuery(ArticleQuery articles, int minSources, Sort sort, String key) {

    /** What comes first. */
    public enum Sort {
        /** The story with the latest article. */
        NEWEST,
        /** The story with the most articles, copies among them; of equals the newest. */
        LARGEST
    }

    /** All stories that several sources report on their own, newest first. */
    public static final StoryQuery REPORTED = new StoryQuery(ArticleQuery.ALL, 2, Sort.NEWEST, "");
}
