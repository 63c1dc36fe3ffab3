package io.dateline.store.web;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Span;
import io.dateline.contracts.enriched.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the side panel of an article tells about each tag. */
public final class TagDetail {
    private TagDetail() {}

    /**
     * @param kind     style class
     * @param percent  salience, 0 to 100
     * @param mentions how often the text names it
     * @param where    place and coordinates, or null
     * @param reason   why this place among those of its name, in plain words, or null
     */
    public record EntityDetail(
            String kind,
            String word,
            String name,
            String href,
            long percent,
            int mentions,
            List<Office> roles,
            String where,
            String reason,
            List<String> ids,
            String by) {}

    /**
     * @param with whom it is held with, or null
     * @param href to its page, or null
     */
    public record Office(String title, String with, String href) {}

    /** @param words what earned the topic, each once; never null */
    public record TopicDetail(String id, String label, String href, long percent, List<String> words, String by) {}

    /** @param names of the article's entities by their ids */
    static EntityDetail of(Entity entity, Map<String, String> names) {
        return new EntityDetail(
                Marks.kind(entity.type()),
                Marks.word(entity.type()),
                entity.name(),
                Addresses.entity(entity.id()),
                Math.round(entity.salience() * 100),
                entity.mentions().size(),
                entity.roles().stream().map(role -> office(role, names)).toList(),
                entity.geo() == null ? null : where(entity.geo()),
                entity.geo() == null ? null : reason(entity.linkReason()),
                Marks.ids(entity),
                entity.by());
    }

    private static Office office(Entity.Role role, Map<String, String> names) {
        String with = role.affiliation() == null ? null : names.get(role.affiliation());
        return new Office(role.text(), with, with == null ? null : Addresses.entity(role.affiliation()));
    }

    /** As enrich gives it: a word, and after a colon what it rests on. */
    private static String reason(String code) {
        if (code == null) {
            return null;
        }
        String[] parts = code.split(": ", 2);
        String what = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "only-sense" -> "the only place of this name in the gazetteer";
            case "named-beside" -> "chosen because " + what + " stands beside it";
            case "country-in-text" -> "chosen because the text speaks of " + Marks.country(what);
            case "largest" -> "chosen as the largest of its name";
            default -> code;
        };
    }

    static TopicDetail of(Topic topic) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Span span : topic.evidence()) {
            words.putIfAbsent(span.surface().toLowerCase(Locale.ROOT), span.surface());
        }
        return new TopicDetail(
                topic.id(),
                topic.label(),
                Addresses.topic(topic.id()),
                Math.round(topic.score() * 100),
                List.copyOf(words.values()),
                topic.by());
    }

    /** {@code 40.38° N, 49.89° E}, or null where the place has none. */
    static String coordinates(PlaceLink place) {
        if (place.latitude() == null || place.longitude() == null) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%.2f° %s, %.2f° %s",
                Math.abs(place.latitude()),
                place.latitude() < 0 ? "S" : "N",
                Math.abs(place.longitude()),
                place.longitude() < 0 ? "W" : "E");
    }

    /** The kinds of tags that some text shows. */
    static Set<String> kinds(List<Segment> title, List<List<Segment>> paragraphs) {
        return Stream.concat(title.stream(), paragraphs.stream().flatMap(List::stream))
                .filter(Segment::marked)
                .flatMap(segment -> segment.marks().stream().map(Mark::kind))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String where(PlaceLink place) {
        String coordinates = coordinates(place);
        return coordinates == null ? Marks.placeName(place) : Marks.placeName(place) + " · " + coordinates;
    }
}
