package io.dateline.store.web;

import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.Excerpt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An article in a list.
 *
 * @param lang  for the attribute of that name
 * @param dir   {@code ltr}, {@code rtl} or {@code auto}
 * @param when  by which lists are sorted; never null
 * @param place where it was filed, or null
 * @param tags  the first of its entities and topics; never null
 * @param headline the title, with the words marked that were asked for; never null
 * @param lead     where they occur, or how the article begins; never null, may be empty
 */
public record StoryView(
        String id,
        int revision,
        String title,
        String snippet,
        String lang,
        String dir,
        Moment when,
        Link place,
        Link source,
        List<Link> tags,
        List<Piece> headline,
        List<Piece> lead) {
    private static final int ENTITIES = 4;
    private static final int TOPICS = 2;

    /** @param kind a style class that also stands for a small picture of the kind */
    public record Link(String kind, String label, String href) {}

    static StoryView of(ArticleItem item, Instant now) {
        return of(item, List.of(), now);
    }

    /** @param found where the words that were asked for occur */
    static StoryView of(ArticleItem item, List<Excerpt> found, Instant now) {
        String title = item.title().isEmpty() ? "Withdrawn by its owner" : item.title();
        return new StoryView(
                item.id(),
                item.revision(),
                title,
                item.snippet(),
                Languages.tag(item.language()),
                Languages.direction(item.language()),
                when(item.sortAt(), now),
                place(item.dateline()),
                new Link(
                        "source",
                        item.source().name(),
                        SearchUrl.to("source", item.source().id())),
                Stream.concat(
                                item.entities().stream().limit(ENTITIES).map(StoryView::entity),
                                item.topics().stream().limit(TOPICS).map(StoryView::topic))
                        .toList(),
                Piece.title(title, found),
                Piece.lead(item.snippet(), found));
    }

    public String href() {
        return "/articles/" + id;
    }

    /** Lists do not carry how precise a date is; one of exactly midnight is a day whose hour nobody stated. */
    static Moment when(Instant at, Instant now) {
        return at.equals(at.truncatedTo(ChronoUnit.DAYS)) ? Moment.ofDay(at) : Moment.of(at, now);
    }

    private static Link place(ArticleItem.ItemDateline dateline) {
        return dateline == null || dateline.place() == null
                ? null
                : new Link("loc", dateline.place(), SearchUrl.to("place", dateline.place()));
    }

    private static Link entity(ArticleItem.ItemTag tag) {
        return new Link(tag.type().toLowerCase(Locale.ROOT), tag.label(), Addresses.entity(tag.id()));
    }

    private static Link topic(ArticleItem.ItemTag tag) {
        return new Link("topic", tag.label(), Addresses.topic(tag.id()));
    }
}
