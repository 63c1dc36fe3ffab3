package io.dateline.store.web;

import io.dateline.store.query.Sightings;
import java.time.Instant;
import java.util.List;

/**
 * Who else carries an article, for its page.
 *
 * @param items first seen first; never null
 * @param more  how many there are beyond them
 */
public record Carriers(List<Carrier> items, long more) {

    /**
     * @param source leads to what the store has of this source; never null
     * @param copy   address of its copy where it is one a reader may follow, or null
     * @param title  what it calls it, or null where it says nothing else
     * @param seen   when it was first seen; never null
     */
    public record Carrier(StoryView.Link source, String copy, String title, Moment seen) {}

    static Carriers of(Sightings sightings, Instant now) {
        List<Carrier> items =
                sightings.items().stream().map(item -> carrier(item, now)).toList();
        return new Carriers(items, sightings.count() - items.size());
    }

    private static Carrier carrier(Sightings.Item item, Instant now) {
        return new Carrier(
                new StoryView.Link(
                        "source",
                        item.source().name(),
                        SearchUrl.to("source", item.source().id())),
                ArticleView.followable(item.url()),
                item.title(),
                Moment.of(item.firstSeen(), now));
    }
}
