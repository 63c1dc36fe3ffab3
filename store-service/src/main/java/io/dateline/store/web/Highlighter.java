package io.dateline.store.web;

import io.dateline.contracts.enriched.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text at every tag boundary, so that overlapping and nested tags become a flat row of segments: HTML cannot nest
 * links, and a reader must see exactly the words a tag rests on. Offsets are UTF-16 code units, as everywhere.
 */
final class Highlighter {
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private Highlighter() {}

    /** The whole of a one-line field. Marks of other fields, and marks whose surface is not in the text, are left out. */
    static List<Segment> line(String field, String text, List<Mark> marks) {
        return new Sweep(text, exact(field, text, marks)).segments(0, text.length());
    }

    /** A field as paragraphs, parted by blank lines; a tag that runs across the gap shows on both sides. */
    static List<List<Segment>> paragraphs(String field, String text, List<Mark> marks) {
        Sweep sweep = new Sweep(text, exact(field, text, marks));
        List<List<Segment>> paragraphs = new ArrayList<>();
        int from = 0;
        Matcher gap = BLANK_LINE.matcher(text);
        while (gap.find()) {
            add(paragraphs, sweep.segments(from, gap.start()));
            from = gap.end();
        }
        add(paragraphs, sweep.segments(from, text.length()));
        return paragraphs;
    }

    private static void add(List<List<Segment>> paragraphs, List<Segment> paragraph) {
        if (paragraph.stream().anyMatch(segment -> !segment.text().isBlank())) {
            paragraphs.add(paragraph);
        }
    }

    /** Takes marks up where they begin and lays them down where they end, however many the text has. */
    private static final class Sweep {
        private final String text;
        private final List<Mark> marks;
        /** The first of those that were not taken up yet. */
        private int next;

        private final List<Mark> open = new ArrayList<>();

        /** @param marks as they begin */
        Sweep(String text, List<Mark> marks) {
            this.text = text;
            this.marks = marks;
        }

        /** Of a piece behind those asked for before. */
        List<Segment> segments(int from, int to) {
            TreeSet<Integer> cuts = cuts(from, to);
            List<Segment> segments = new ArrayList<>();
            Integer start = cuts.first();
            for (Integer end = cuts.higher(start); end != null; start = end, end = cuts.higher(end)) {
                segments.add(new Segment(text.substring(start, end), covering(start), start));
            }
            return segments;
        }

        private TreeSet<Integer> cuts(int from, int to) {
            TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
            open.forEach(
                    mark -> cuts.add(Math.max(from, Math.min(to, mark.span().end()))));
            for (int i = next; i < marks.size() && marks.get(i).span().start() < to; i++) {
                cuts.add(Math.max(from, marks.get(i).span().start()));
                cuts.add(Math.max(from, Math.min(to, marks.get(i).span().end())));
            }
            return cuts;
        }

        /** Those that neither end before this place nor begin behind it, the weightiest first. */
        private List<Mark> covering(int place) {
            while (next < marks.size() && marks.get(next).span().start() <= place) {
                open.add(marks.get(next++));
            }
            open.removeIf(mark -> mark.span().end() <= place);
            return open.stream().sorted(Mark.BY_WEIGHT).toList();
        }
    }

    /** As they begin. Evidence that does not hold is never shown as if it did. */
    private static List<Mark> exact(String field, String text, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> field.equals(mark.span().field()) && holds(text, mark.span()))
                .sorted(Comparator.comparingInt(mark -> mark.span().start()))
                .toList();
    }

    private static boolean holds(String text, Span span) {
        return span.start() >= 0
                && span.start() < span.end()
                && span.end() <= text.length()
                && text.substring(span.start(), span.end()).equals(span.surface());
    }
}
