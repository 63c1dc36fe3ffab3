package io.dateline.store.query;

/**
 * An event with what a table of events tells besides.
 *
 * @param item     never null
 * @param url      of the article that is its evidence, or null
 * @param lead     whether that article tells it in its title or first paragraph
 * @param articles that tell it, whatever the question
 * @param mentions sentences of these that tell it
 */
public record ExportedEvent(EventItem item, String url, boolean lead, long articles, long mentions) {}
