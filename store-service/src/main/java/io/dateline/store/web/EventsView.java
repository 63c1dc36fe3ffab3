package io.dateline.store.web;

import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.http.Problem;
import io.dateline.store.query.Criterion;
import io.dateline.store.query.EventPage;
import io.dateline.store.query.EventPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A question for events and its answer.
 *
 * @param form    what was asked, to fill the form again
 * @param chips   the filters in force, each with the address that drops it; never null
 * @param events  never null
 * @param map     where they were, or null where that is not known of any
 * @param places  those with most events; never null
 * @param older   address of the next page, or null
 * @param newest  address of the first page, null where this is it
 * @param problem what was wrong with the question, or null
 */
public record EventsView(
        Form form,
        List<SearchView.Chip> chips,
        List<EventLine> events,
        WorldMap map,
        List<SearchView.Value> places,
        String older,
        String newest,
        Problem problem) {
    private static final int NAMED_PLACES = 8;
    private static final List<String> FIELDS =
            List.of("event", "actor", "recipient", "place", "source", "event-from", "event-to");

    /**
     * @param types  that the form offers; never null
     * @param hidden filters that the form carries along
     */
    public record Form(Map<String, String> values, List<Type> types, List<SearchView.Hidden> hidden) {
        /** Of a field, empty where nothing was asked. */
        public String value(String name) {
            return values.getOrDefault(name, "");
        }
    }

    public record Type(String code, String label, boolean chosen) {}

    /**
     * @param sources names by ids
     * @param names   what ids in force are called
     */
    static EventsView of(
            SearchUrl asked,
            EventPage page,
            List<EventPlace> places,
            Map<String, String> sources,
            Map<String, String> names,
            Instant now) {
        SearchUrl first = asked.without("cursor");
        // Of the places on the map it is known in which country they lie.
        Map<String, String> named = new HashMap<>(names);
        places.forEach(one -> named.put("place:" + one.place().id(), Marks.placeName(one.place())));
        return new EventsView(
                form(first, FIELDS),
                chips(first, named),
                page.items().stream()
                        .map(event -> EventLine.of(event, sources, now))
                        .toList(),
                WorldMap.of(places, place -> at(first, place.id())),
                places.stream()
                        .limit(NAMED_PLACES)
                        .map(one -> new SearchView.Value(
                                name(one.place()),
                                Figures.number(one.events()),
                                first.has("place", one.place().id()),
                                at(first, one.place().id())))
                        .toList(),
                page.next() == null ? null : first.with("cursor", page.next()).at("/events"),
                asked.equals(first) ? null : first.at("/events"),
                null);
    }

    static EventsView failed(SearchUrl asked, Problem problem) {
        SearchUrl first = asked.without("cursor");
        String restart = "invalid-cursor".equals(problem.code()) ? first.at("/events") : null;
        return new EventsView(
                form(first, FIELDS), chips(first, Map.of()), List.of(), null, List.of(), null, restart, problem);
    }

    /** Whether nothing at all was asked, so that an empty answer means that no event is known. */
    public boolean unfiltered() {
        return chips.isEmpty();
    }

    public boolean invalid(String name) {
        return problem != null
                && problem.errors().stream().anyMatch(fault -> fault.where().equals(name));
    }

    /** Town and country: shorter than on the map, where namesakes of one country tell by where they lie. */
    private static String name(PlaceLink place) {
        return Marks.placeName(
                new PlaceLink(place.id(), place.name(), place.country(), null, place.latitude(), place.longitude()));
    }

    private static String at(SearchUrl url, String place) {
        return url.without("place").with("place", place).at("/events");
    }

    /** @param fields those the form has; what else is asked is carried along */
    static Form form(SearchUrl url, List<String> fields) {
        Map<String, String> values = new HashMap<>();
        List<SearchView.Hidden> hidden = new ArrayList<>();
        url.parameters().forEach((name, given) -> {
            boolean field = fields.contains(name) && !(name.equals("event") && !known(given.get(0)));
            if (field) {
                values.put(name, given.get(0));
            }
            given.stream().skip(field ? 1 : 0).forEach(value -> hidden.add(new SearchView.Hidden(name, value)));
        });
        List<Type> types = Act.types().stream()
                .map(code -> new Type(code, Act.noun(code), code.equalsIgnoreCase(values.getOrDefault("event", ""))))
                .toList();
        return new Form(values, types, hidden);
    }

    /** A mode or a code is asked for in the address alone. */
    private static boolean known(String event) {
        return Act.types().stream().anyMatch(event::equalsIgnoreCase);
    }

    private static List<SearchView.Chip> chips(SearchUrl url, Map<String, String> names) {
        List<SearchView.Chip> chips = new ArrayList<>();
        url.parameters().forEach((name, values) -> {
            if (!name.equals("limit")) {
                values.forEach(value -> chips.add(new SearchView.Chip(
                        SearchChips.kind(name, value),
                        label(name, value, names),
                        url.without(name, value).at("/events"))));
            }
        });
        return chips;
    }

    private static String label(String name, String value, Map<String, String> names) {
        if (name.startsWith(Criterion.NOT)) {
            return "not " + label(name.substring(Criterion.NOT.length()), value, names);
        }
        return switch (name) {
            case "event" -> Act.noun(value);
            case "actor" -> "by " + names.getOrDefault(name + ":" + value, value);
            case "recipient" -> "to " + names.getOrDefault(name + ":" + value, value);
            case "place" -> "in " + names.getOrDefault(name + ":" + value, value);
            case "source" -> "told by " + names.getOrDefault(name + ":" + value, value);
            case "event-from" -> "happened from " + value;
            case "event-to" -> "happened to " + value;
            default -> name.replace('-', ' ') + " " + value;
        };
    }
}
