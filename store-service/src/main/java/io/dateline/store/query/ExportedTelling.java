package io.dateline.store.query;

import io.dateline.store.query.ToldEvent.Telling;

/**
 * An event in one article, with what a table of mentions tells besides.
 *
 * @param telling never null
 * @param url     of the article, or null
 * @param body    of the article; never null, may be empty
 */
public record ExportedTelling(Telling telling, String url, String body) {}
