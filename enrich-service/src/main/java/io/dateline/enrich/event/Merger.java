package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event however often an article tells it: the best telling stays, the others are its mentions. */
final class Merger {
    private final Map<String, Event> events = new LinkedHashMap<>();

    void add(Event event) {
        String key = key(event);
        Event before = events.get(key);
        if (before != null) {
            events.put(key, join(before, event));
        } else if (events.size() < EventStep.MOST_EVENTS) {
            events.put(key, event);
        }
    }

    /** In the order in which each was told first. */
    List<Event> events() {
        return List.copyOf(events.values());
    }

    private static Event join(Event one, Event other) {
        Event best = other.confidence() > one.confidence() ? other : one;
        List<Event.Mention> mentions = new ArrayList<>(one.mentions());
        if (mentions.size() < EventStep.MOST_MENTIONS) {
            mentions.addAll(other.mentions());
        }
        Event dated = best.date() != null ? best : one.date() != null ? one : other;
        Event placed = best.place() != null ? best : one.place() != null ? one : other;
        return new Event(
                best.type(),
                best.mode(),
                best.contexts(),
                best.cameo(),
                best.goldstein(),
                best.actors(),
                best.recipients(),
                placed.place(),
                placed.placeSpan(),
                dated.date(),
                dated.datePrecision(),
                dated.dateSpan(),
                best.sentence(),
                best.trigger(),
                mentions,
                best.confidence(),
                best.by());
    }

    private static String key(Event event) {
        StringBuilder key = new StringBuilder(event.type()).append('/').append(event.mode());
        event.actors().forEach(actor -> append(key.append('>'), actor));
        event.recipients().forEach(recipient -> append(key.append('<'), recipient));
        return key.toString();
    }

    private static void append(StringBuilder key, Event.Participant participant) {
        if (participant.country() != null) {
            key.append(participant.country());
        } else if (participant.entity() != null) {
            key.append(participant.entity());
        } else {
            key.append(participant.sector());
        }
    }
}
