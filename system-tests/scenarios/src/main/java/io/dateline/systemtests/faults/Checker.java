package io.dateline.systemtests.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a history and says what is wrong with it. Pure; knows nothing of which faults struck. */
final class Checker {
    private Checker() {}

    static Verdict check(History history) {
        return new Verdict(
                lost(history),
                mangled(history),
                untagged(history),
                unplaced(history),
                twice(history),
                gaps(history),
                misordered(history),
                miscounted(history),
                misburied(history),
                misanswered(history));
    }

    private static List<String> lost(History history) {
        Set<String> stored = new HashSet<>();
        history.rows().forEach(row -> stored.add(row.url() + "/" + row.revision()));
        return history.sent().stream()
                .map(sent -> sent.url() + "/" + sent.revision())
                .distinct()
                .filter(key -> !stored.contains(key))
                .map(key -> "lost: " + key)
                .toList();
    }

    private static List<String> mangled(History history) {
        Map<String, String> words = new HashMap<>();
        history.sent().stream()
                .filter(sent -> sent.words() != null)
                .forEach(sent -> words.put(sent.url() + "/" + sent.revision(), sent.words()));
        return history.rows().stream()
                .filter(row -> row.words() != null)
                .filter(row -> !words.getOrDefault(row.url() + "/" + row.revision(), row.words())
                        .equals(row.words()))
                .map(row -> "mangled: " + row.url() + "/" + row.revision())
                .toList();
    }

    private static List<String> untagged(History history) {
        return history.rows().stream()
                .filter(row -> row.url() != null && !row.tagged())
                .map(row -> "untagged: " + row.url() + "/" + row.revision())
                .toList();
    }

    /** Of the flow, all of which is news of days that a story can hold. */
    private static List<String> unplaced(History history) {
        Set<String> flow = history.sent().stream()
                .filter(sent -> sent.words() != null)
                .map(Sent::url)
                .collect(Collectors.toSet());
        return history.rows().stream()
                .filter(row -> row.head() && flow.contains(row.url()) && !row.placed())
                .map(row -> "unplaced: " + row.url())
                .toList();
    }

    private static List<String> twice(History history) {
        List<String> twice = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Map<String, String> idOf = new HashMap<>();
        for (Row row : history.rows()) {
            if (!keys.add(row.key())) {
                twice.add("twice: " + row.key() + ", again as " + row.seq());
            }
            String before = row.url() == null ? null : idOf.putIfAbsent(row.url(), row.id());
            if (before != null && !before.equals(row.id())) {
                twice.add("twice: " + row.url() + " as " + before + " and as " + row.id());
            }
        }
        return twice;
    }

    private static List<String> gaps(History history) {
        List<String> gaps = new ArrayList<>();
        gaps.addAll(gaps("changes", history.changes(), history.rows()));
        gaps.addAll(gaps("stream", history.streamed(), history.rows()));
        return gaps;
    }

    /** A reader sees each seq once, in order, without holes, and every row that is there. */
    private static List<String> gaps(String reader, List<Seen> seen, Collection<Row> rows) {
        List<String> gaps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        long last = 0;
        for (Seen one : seen) {
            if (one.seq() != last + 1) {
                gaps.add("gap: " + reader + ": after " + last + " came " + one.seq());
            }
            if (!keys.add(one.key())) {
                gaps.add("gap: " + reader + ": " + one.key() + " came again as " + one.seq());
            }
            last = one.seq();
        }
        rows.stream()
                .map(Row::key)
                .distinct()
                .filter(key -> !keys.contains(key))
                .forEach(key -> gaps.add("gap: " + reader + ": never saw " + key));
        return gaps;
    }

    private static List<String> misordered(History history) {
        List<String> misordered = new ArrayList<>();
        misordered.addAll(misordered("changes", history.changes()));
        misordered.addAll(misordered("stream", history.streamed()));
        return misordered;
    }

    private static List<String> misordered(String reader, List<Seen> seen) {
        List<String> misordered = new ArrayList<>();
        Map<String, Integer> newest = new HashMap<>();
        for (Seen one : seen) {
            Integer before = newest.put(one.id(), one.revision());
            if (before != null && before > one.revision()) {
                misordered.add(
                        "order: " + reader + ": " + one.id() + " came to " + one.revision() + " after " + before);
            }
        }
        return misordered;
    }

    /** The counter, which revision stands for its article, how many articles each day has, and what services counted. */
    private static List<String> miscounted(History history) {
        List<String> miscounted = new ArrayList<>();
        history.counts().stream()
                .filter(count -> count.expected() != count.counted())
                .forEach(count -> miscounted.add("count: " + count.what() + " was counted " + count.counted()
                        + ", sent were " + count.expected()));
        long revisions = history.sent().stream()
                .map(sent -> sent.url() + "/" + sent.revision())
                .distinct()
                .count();
        if (history.counter() != revisions) {
            miscounted.add("count: the store came to seq " + history.counter() + ", sent were " + revisions);
        }
        Map<String, Sent> newest = new HashMap<>();
        history.sent().forEach(one -> newest.merge(one.url(), one, (a, b) -> a.revision() > b.revision() ? a : b));
        Map<String, Integer> heads = new HashMap<>();
        for (Row row : history.rows()) {
            if (row.head() && heads.put(row.url(), row.revision()) != null) {
                miscounted.add("count: " + row.url() + " has two newest revisions");
            }
        }
        newest.forEach((url, sent) -> {
            if (heads.containsKey(url) && heads.get(url) != sent.revision()) {
                miscounted.add("count: " + url + " stands at " + heads.get(url) + ", sent was " + sent.revision());
            }
        });
        Map<LocalDate, Long> wanted = byDay(newest.values(), Sent::published);
        Map<LocalDate, Long> found =
                byDay(history.rows().stream().filter(Row::head).toList(), Row::published);
        Set<LocalDate> days = new TreeSet<>(wanted.keySet());
        days.addAll(found.keySet());
        for (LocalDate day : days) {
            long is = found.getOrDefault(day, 0L);
            long should = wanted.getOrDefault(day, 0L);
            if (is != should) {
                miscounted.add("count: " + day + " has " + is + " articles, sent were " + should);
            }
        }
        return miscounted;
    }

    private static <T> Map<LocalDate, Long> byDay(Collection<T> all, Function<T, LocalDate> day) {
        return all.stream()
                .filter(one -> day.apply(one) != null)
                .collect(Collectors.groupingBy(day, TreeMap::new, Collectors.counting()));
    }

    /** A record may be buried twice where a fault hid the acknowledgement: that is repeated, not wrong. */
    private static List<String> misburied(History history) {
        List<String> misburied = new ArrayList<>();
        Map<Place, String> buried = new LinkedHashMap<>();
        history.buried().forEach(one -> buried.put(one.place(), one.reason()));
        Map<Place, String> poison = new LinkedHashMap<>();
        history.poison().forEach(one -> poison.put(one.place(), one.reason()));
        poison.forEach((place, reason) -> {
            String given = buried.get(place);
            if (given == null) {
                misburied.add("dead letter missing: of " + place);
            } else if (!given.equals(reason)) {
                misburied.add("dead letter of " + place + " says " + given + ", not " + reason);
            }
        });
        buried.keySet().stream()
                .filter(place -> !poison.containsKey(place))
                .forEach(place -> misburied.add("dead letter of a good record: " + place));
        return misburied;
    }

    private static List<String> misanswered(History history) {
        return history.answers().stream()
                .filter(answer -> !answer.expected().equals(answer.given()))
                .map(answer ->
                        "answer: to " + answer.asked() + " it was " + answer.given() + ", not " + answer.expected())
                .toList();
    }
}
