package io.dateline.store.write;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.enriched.Topic;
import io.dateline.store.write.ArticleRow.Label;
import io.dateline.store.write.ArticleRow.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exact filters an article matches. A topic brings its broader topics, a place its country, so that a question for
 * the wider finds the narrower.
 */
final class Tags {
    /** Longer ones cannot be index keys; they stay in the document. */
    static final int LENGTH = 400;
    /** An index entry for each is paid on every write. */
    static final int COUNT = 1_000;

    /** Between the tags of a list that travels in one text, since unnest would flatten arrays of arrays. */
    private static final String SEPARATOR = "\u001f";

    private static final int LABEL_LENGTH = 300;
    /** There are 249; what else a message brings is not remembered. */
    private static final int MOST_COUNTRIES = 300;
    /** Looking a name up takes as long as all else about a tag. */
    private static final Map<String, String> COUNTRIES = new ConcurrentHashMap<>();

    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Whether a tag can be an index key and travel in a list. */
    static boolean usable(String tag) {
        return tag.length() <= LENGTH && !tag.contains(SEPARATOR);
    }

    /** As one text that {@code string_to_array(…, U&'\\001F')} takes apart. */
    static String joined(Collection<String> usable) {
        return String.join(SEPARATOR, usable);
    }

    /** @param events of its events, in their order */
    Tags(EnrichedArticle enriched, List<EventKeys> events) {
        var source = enriched.article().source();
        named("source:" + source.id(), source.name(), enriched.article().fetchedAt());
        add("feed", enriched.article().feedId(), null);
        add("lang", enriched.language().code(), languageName(enriched.language().code()));
        PublisherTags.of(enriched).forEach(tag -> add(tag, null));
        if (enriched.dateline() != null) {
            place(enriched.dateline().place());
        }
        for (Entity entity : enriched.entities()) {
            add("entity", entity.id(), entity.name());
            entity.roles().forEach(role -> add("role", role.text().toLowerCase(Locale.ROOT), role.text()));
            if (entity.type() == Entity.Type.LOC) {
                place(entity.geo());
                country(entity.links().iso());
            }
        }
        for (Topic topic : enriched.topics()) {
            add("topic", topic.id(), topic.label());
            topic.broader().forEach(broader -> add("topic", broader, null));
        }
        for (int i = 0; i < events.size(); i++) {
            for (String key : events.get(i).keys()) {
                // The place of an event is not always a place that the article is tagged with.
                add(key.startsWith("place:") ? "event" + key : key, null);
            }
            place(enriched.events().get(i).place());
        }
        for (Quote quote : enriched.quotes()) {
            add("speaker", quote.speaker(), null);
        }
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    List<Label> labels() {
        return new ArrayList<>(labels.values());
    }

    List<Place> places() {
        return List.copyOf(places.values());
    }

    private void place(PlaceLink place) {
        if (place != null) {
            if (place.latitude() != null
                    && place.longitude() != null
                    && place.id().length() <= LENGTH) {
                places.putIfAbsent(
                        place.id(),
                        new Place(
                                place.id(),
                                shown(place.name()),
                                place.country(),
                                place.latitude().floatValue(),
                                place.longitude().floatValue()));
            }
            add("place", place.id(), place.name());
            country(place.country());
        }
    }

    private void country(String code) {
        if (code != null) {
            add("place", code, countryName(code));
        }
    }

    private static String countryName(String code) {
        String known = COUNTRIES.get(code);
        if (known != null) {
            return known;
        }
        String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
        if (COUNTRIES.size() < MOST_COUNTRIES) {
            COUNTRIES.put(code, name);
        }
        return name;
    }

    private static String languageName(String code) {
        return "und".equals(code) ? "unknown" : Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    private void add(String kind, String value, String label) {
        if (value != null) {
            add(kind + ":" + value, label);
        }
    }

    private void add(String tag, String label) {
        named(tag, label, null);
    }

    private void named(String tag, String label, Instant namedAt) {
        if (tags.size() >= COUNT) {
            return;
        }
        if (!usable(tag)) {
            return;
        }
        tags.add(tag);
        if (label != null && !label.isBlank()) {
            labels.putIfAbsent(tag, new Label(tag, tag.substring(0, tag.indexOf(':')), shown(label), namedAt));
        }
    }

    /** As long as a label may be. */
    static String shown(String name) {
        return name.length() > LABEL_LENGTH ? name.substring(0, LABEL_LENGTH) : name;
    }
}
