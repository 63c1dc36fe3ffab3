package io.dateline.store.reprocess;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Quote;
import io.dateline.store.reprocess.ReprocessingReport.Counted;
import io.dateline.store.reprocess.ReprocessingReport.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what other tags would add, take away and change, article by article. Not thread-safe. */
final class TagChanges {
    /** The most frequent that are shown. */
    private static final int SHOWN = 20;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Counted> added = new HashMap<>();
    private final Map<String, Counted> lost = new HashMap<>();
    private int articles;
    private int differing;

    /** @param before null where there were none */
    void add(EnrichedArticle before, EnrichedArticle after) {
        articles++;
        Map<String, Kind> sofar = Map.copyOf(kinds);
        one("language", before, after, article -> article.language().code());
        one("dateline", before, after, article -> Objects.toString(article.dateline(), null));
        many("entity", before, after, EnrichedArticle::entities, entity -> entity.id(), entity -> entity.name());
        many("topic", before, after, EnrichedArticle::topics, topic -> topic.id(), topic -> topic.label());
        many("event", before, after, EnrichedArticle::events, TagChanges::who, Event::type);
        many("quote", before, after, EnrichedArticle::quotes, TagChanges::where, quote -> quote.speaker());
        if (!sofar.equals(kinds) && kinds.entrySet().stream().anyMatch(kind -> changed(sofar, kind))) {
            differing++;
        }
    }

    private static boolean changed(Map<String, Kind> sofar, Map.Entry<String, Kind> kind) {
        Kind then = sofar.getOrDefault(kind.getKey(), Kind.NONE);
        return kind.getValue().added()
                        + kind.getValue().lost()
                        + kind.getValue().changed()
                > then.added() + then.lost() + then.changed();
    }

    ReprocessingReport report(String version, boolean approximate) {
        return new ReprocessingReport(version, articles, approximate, differing, kinds, most(added), most(lost));
    }

    /** What an article has one of: another value is a change of it. */
    private void one(
            String kind, EnrichedArticle before, EnrichedArticle after, Function<EnrichedArticle, String> value) {
        String was = before == null ? null : value.apply(before);
        String is = value.apply(after);
        if (was == null || is == null) {
            count(kind, is != null && was == null ? 1 : 0, was != null ? 1 : 0, 0, 0);
        } else {
            boolean same = was.equals(is);
            count(kind, 0, 0, same ? 0 : 1, same ? 1 : 0);
        }
    }

    private <T> void many(
            String kind,
            EnrichedArticle before,
            EnrichedArticle after,
            Function<EnrichedArticle, List<T>> tags,
            Function<T, String> key,
            Function<T, String> label) {
        Map<String, T> was = before == null ? Map.of() : byKey(tags.apply(before), key);
        Map<String, T> is = byKey(tags.apply(after), key);
        int same = 0;
        int changed = 0;
        for (Map.Entry<String, T> one : is.entrySet()) {
            T then = was.get(one.getKey());
            if (then == null) {
                tally(added, kind, one.getKey(), label.apply(one.getValue()));
            } else if (then.equals(one.getValue())) {
                same++;
            } else {
                changed++;
            }
        }
        was.forEach((id, tag) -> {
            if (!is.containsKey(id)) {
                tally(lost, kind, id, label.apply(tag));
            }
        });
        count(kind, is.size() - same - changed, was.size() - same - changed, changed, same);
    }

    private static <T> Map<String, T> byKey(List<T> tags, Function<T, String> key) {
        return tags.stream().collect(Collectors.toMap(key, tag -> tag, (first, second) -> first));
    }

    private void count(String kind, int more, int less, int changed, int same) {
        kinds.merge(kind, new Kind(more, less, changed, same), Kind::plus);
    }

    /** Events and quotes are each article's own: which of them are frequent says nothing but their type or speaker. */
    private static void tally(Map<String, Counted> all, String kind, String id, String label) {
        boolean shared = kind.equals("entity") || kind.equals("topic");
        String value = shared ? id : Objects.toString(label, "");
        all.merge(
                kind + ":" + value,
                new Counted(kind, value, Objects.toString(label, ""), 1),
                (one, more) -> one.plus(more.articles()));
    }

    private static List<Counted> most(Map<String, Counted> all) {
        return all.values().stream()
                .sorted(Comparator.comparingLong(Counted::articles)
                        .reversed()
                        .thenComparing(Counted::kind)
                        .thenComparing(Counted::value))
                .limit(SHOWN)
                .toList();
    }

    /** Two events of one article that agree on all of it are one. */
    private static String who(Event event) {
        return String.join("/", event.type(), parties(event.actors()), parties(event.recipients()));
    }

    private static String parties(List<Event.Participant> participants) {
        return participants.stream()
                .map(one -> one.entity() == null ? one.span().surface() : one.entity())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String where(Quote quote) {
        return quote.words().field() + ":" + quote.words().start();
    }
}
