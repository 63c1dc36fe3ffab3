package io.dateline.store.story;

/**
 * A change of an article.
 *
 * @param seq        its place in the order of changes
 * @param articleId  never null
 * @param revision   1 or more
 * @param superseded whether a higher revision came before it
 * @param status     {@code usable}, or why it is hidden
 * @param report     null where it is hidden or superseded
 */
record Arrival(long seq, String articleId, int revision, boolean superseded, String status, Report report) {}
