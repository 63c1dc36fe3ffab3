package io.dateline.store.web;

import io.dateline.contracts.enriched.Span;
import java.util.ArrayList;
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
        return segments(text, 0, text.length(), exact(field, text, marks));
    }

    /** A field as paragraphs, parted by blank lines; a tag that runs across the gap shows on both sides. */
    static List<List<Segment>> paragraphs(String field, String text, List<Mark> marks) {
        List<Mark> exact = exact(field, text, marks);
        List<List<Segment>> paragraphs = new ArrayList<>();
        int from = 0;
        Matcher gap = BLANK_LINE.matcher(text);
        while (gap.find()) {
            add(paragraphs, segments(text, from, gap.start(), exact));
            from = gap.end();
        }
        add(paragraphs, segments(text, from, text.length(), exact));
        return paragraphs;
    }

    private static void add(List<List<Segment>> paragraphs, List<Segment> paragraph) {
        if (paragraph.stream().anyMatch(segment -> !segment.text().isBlank())) {
            paragraphs.add(paragraph);
        }
    }

    private static List<Segment> segments(String text, int from, int to, List<Mark> marks) {
        List<Mark> inside = marks.stream()
                .filter(mark -> mark.span().start() < to && mark.span().end() > from)
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        for (Mark mark : inside) {
            cuts.add(Math.max(from, mark.span().start()));
            cuts.add(Math.min(to, mark.span().end()));
        }
        List<Segment> segments = new ArrayList<>();
        Integer start = cuts.first();
        for (Integer end = cuts.higher(start); end != null; start = end, end = cuts.higher(end)) {
            segments.add(new Segment(text.substring(start, end), covering(inside, start, end), start));
        }
        return segments;
    }

    private static List<Mark> covering(List<Mark> marks, int start, int end) {
        return marks.stream()
                .filter(mark -> mark.span().start() <= start && mark.span().end() >= end)
                .sorted(Mark.BY_WEIGHT)
                .toList();
    }

    /** Evidence that does not hold is never shown as if it did. */
    private static List<Mark> exact(String field, String text, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> field.equals(mark.span().field()) && holds(text, mark.span()))
                .toList();
    }

    private static boolean holds(String text, Span span) {
        return span.start() >= 0
                && span.start() < span.end()
                && span.end() <= text.length()
                && text.substring(span.start(), span.end()).equals(span.surface());
    }
}
