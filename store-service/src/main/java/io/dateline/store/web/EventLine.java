package io.dateline.store.web;

import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.store.query.EventItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An event in a list: who did what to whom, where and when, who tells it and in which words.
 *
 * @param href       to the event's own page; never null
 * @param title      who did what to whom, without links; never null
 * @param did        the act in plain words; never null
 * @param actors     never null
 * @param recipients never null
 * @param where      to events of the same place, or null
 * @param when       as exact as it is known, or null
 * @param words      in which its newest telling says so; never null
 * @param article    its newest telling; never null
 * @param source     of that; never null
 * @param told       when that was; never null
 * @param count      how often and by how many sources it is told, in words; never null
 * @param code       in the terms of PLOVER and CAMEO; never null
 * @param percent    confidence, 0 to 100
 */
public record EventLine(
        String href,
        String title,
        String did,
        List<Happening.Who> actors,
        List<Happening.Who> recipients,
        StoryView.Link where,
        String when,
        Quoted words,
        StoryView.Link article,
        StoryView.Link source,
        Moment told,
        String count,
        String code,
        long percent) {

    /** @param sources names by ids */
    static EventLine of(EventItem event, Map<String, String> sources, Instant now) {
        EventItem.Evidence evidence = event.evidence();
        String did = Act.did(event.type(), !event.recipients().isEmpty());
        return new EventLine(
                Addresses.event(event.id()),
                ((event.actors().isEmpty() ? "Somebody" : names(event.actors())) + " " + did + " "
                                + names(event.recipients()))
                        .strip(),
                did,
                who(event.actors()),
                who(event.recipients()),
                where(event.place()),
                Happening.when(event.date(), event.datePrecision()),
                Quoted.of(evidence.sentence(), evidence.trigger()),
                new StoryView.Link("article", evidence.title(), Addresses.article(evidence.article())),
                source(evidence.source(), sources),
                StoryView.when(evidence.sortAt(), now),
                count(event),
                Happening.code(event.type(), event.mode(), event.contexts(), event.cameo(), event.goldstein()),
                Math.round(event.confidence() * 100));
    }

    static StoryView.Link source(String id, Map<String, String> sources) {
        return new StoryView.Link("source", sources.getOrDefault(id, id), SearchUrl.to("source", id));
    }

    static String events(long count) {
        return count == 1 ? "1 event" : Figures.number(count) + " events";
    }

    private static String count(EventItem event) {
        if (event.mentions() == 1) {
            return "told once";
        }
        return "told " + Figures.number(event.mentions()) + " times by "
                + (event.sources() == 1 ? "one source" : Figures.number(event.sources()) + " sources");
    }

    private static StoryView.Link where(PlaceLink place) {
        return place == null
                ? null
                : new StoryView.Link("loc", Marks.placeName(place), Addresses.events("place", place.id()));
    }

    private static List<Happening.Who> who(List<EventItem.Party> parties) {
        return parties.stream()
                .map(one -> new Happening.Who(
                        one.name(),
                        one.id() == null ? null : Addresses.entity(one.id()),
                        Happening.about(one.country(), one.sector())))
                .toList();
    }

    private static String names(List<EventItem.Party> parties) {
        return parties.stream().map(EventItem.Party::name).collect(Collectors.joining(" and "));
    }
}
