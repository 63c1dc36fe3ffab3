package io.dateline.store.write;

import io.dateline.contracts.Sha256;
import io.dateline.contracts.enriched.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By what an event is found, and which tellings are of the same event: those that agree on type, actors, recipients, day
 * and country. Tellings that leave one of these out, or know the day less exactly, stay apart; stories bring them together.
 *
 * @param id   never null
 * @param keys {@code kind:value}; never null
 */
record EventKeys(String id, List<String> keys) {
    private static final int ID_BYTES = 16;

    static EventKeys of(Event event) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("event:" + event.type());
        if (event.mode() != null) {
            keys.add("event:" + event.type() + "/" + event.mode());
        }
        if (event.cameo() != null) {
            keys.add("event:" + event.cameo());
        }
        event.actors().forEach(actor -> party(keys, "actor:", actor));
        event.recipients().forEach(recipient -> party(keys, "recipient:", recipient));
        if (event.place() != null) {
            keys.add("place:" + event.place().id());
            if (event.place().country() != null) {
                keys.add("place:" + event.place().country());
            }
        }
        keys.removeIf(key -> !Tags.usable(key));
        return new EventKeys(id(event), List.copyOf(keys));
    }

    List<String> withSource(String source) {
        List<String> all = new ArrayList<>(keys);
        all.add("source:" + source);
        return all;
    }

    private static void party(Set<String> keys, String kind, Event.Participant who) {
        if (who.entity() != null) {
            keys.add(kind + who.entity());
        }
        if (who.country() != null) {
            keys.add(kind + who.country());
        }
        if (who.sector() != null) {
            keys.add(kind + who.sector());
        }
    }

    private static String id(Event event) {
        String country = event.place() == null ? null : event.place().country();
        String identity = String.join(
                "\u0000",
                event.type(),
                who(event.actors()),
                who(event.recipients()),
                String.valueOf(event.date()),
                String.valueOf(event.datePrecision()),
                String.valueOf(country));
        return "evt-" + Sha256.hex(identity, ID_BYTES);
    }

    private static String who(List<Event.Participant> participants) {
        return String.join(
                "\u0001",
                participants.stream()
                        .map(EventKeys::identity)
                        .sorted()
                        .distinct()
                        .toList());
    }

    /** Of a crowd or a body without a name, what is known of it and how it is called. */
    private static String identity(Event.Participant who) {
        return who.entity() != null
                ? who.entity()
                : who.country() + "/" + who.sector() + "/"
                        + who.span().surface().toLowerCase(Locale.ROOT);
    }
}
