package io.dateline.systemtests.corpus;

import java.time.Instant;

/**
 * An article of which it is known what it tells and where its text comes from.
 *
 * @param title       never null
 * @param body        never null
 * @param publishedAt never null
 * @param source      who publishes it; never null
 * @param story       number of the happening
 * @param copyOf      place in the corpus of the article whose text it repeats, or -1
 * @param strength    how the text was edited, or {@code original}; never null
 */
public record LabelledArticle(
        String title, String body, Instant publishedAt, String source, int story, int copyOf, String strength) {}
