package io.dateline.store.web;

import io.dateline.store.query.ToldEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One event as its own page tells it.
 *
 * @param line  as lists have it; never null
 * @param first who told it first, or null where that is no longer known
 * @param told  newest first; never null
 * @param older address of the next page of tellings, or null
 * @param map   where it was, or null
 */
public record EventView(EventLine line, Telling first, List<Telling> told, String older, WorldMap map) {

    /**
     * The event in one article.
     *
     * @param more in how many further sentences the article tells it
     * @param code in the terms of PLOVER and CAMEO, and who found it; never null
     */
    public record Telling(
            StoryView.Link article, StoryView.Link source, Moment when, Quoted words, int more, String code) {}

    static EventView of(ToldEvent told, ToldEvent.Telling first, Map<String, String> sources, Instant now) {
        return new EventView(
                EventLine.of(told.event(), sources, now),
                first == null ? null : telling(first, sources, now),
                told.items().stream().map(one -> telling(one, sources, now)).toList(),
                told.next() == null
                        ? null
                        : SearchUrl.EMPTY
                                .with("cursor", told.next())
                                .at(Addresses.event(told.event().id())),
                WorldMap.around(told.event().place()));
    }

    private static Telling telling(ToldEvent.Telling one, Map<String, String> sources, Instant now) {
        var event = one.event();
        return new Telling(
                new StoryView.Link("article", one.title(), Addresses.article(one.article())),
                EventLine.source(one.source(), sources),
                StoryView.when(one.sortAt(), now),
                Quoted.of(event.sentence(), event.trigger()),
                Math.max(0, event.mentions().size() - 1),
                Happening.code(event.type(), event.mode(), event.contexts(), event.cameo(), event.goldstein()) + " · "
                        + Math.round(event.confidence() * 100) + " % · " + event.by());
    }
}
