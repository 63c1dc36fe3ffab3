package io.dateline.store.web;

import io.dateline.contracts.enriched.Span;
import java.util.Comparator;

/**
 * One tag to show in a text.
 *
 * @param kind    style class: {@code per}, {@code org}, {@code loc}, {@code norp}, {@code topic}, {@code event},
 *     {@code date} or {@code dl}
 * @param label   what the tag names; never null
 * @param href    where it leads, or null
 * @param tip     lines for a reader who asks what this is; plain text, never null
 * @param span    where it was found; never null
 * @param anchor  id by which others point at these words, or null
 */
record Mark(String kind, String label, String href, String tip, Span span, String anchor) {
    static final String DATELINE = "dl";
    static final String TOPIC = "topic";
    static final String EVENT = "event";
    static final String DATE = "date";

    /** Words nobody points at. */
    Mark(String kind, String label, String href, String tip, Span span) {
        this(kind, label, href, tip, span, null);
    }

    /** Which mark gives a stretch its look and its link: names before datelines before topics, the shorter first. */
    static final Comparator<Mark> BY_WEIGHT = Comparator.comparingInt(Mark::rank)
            .thenComparingInt(mark -> mark.span().end() - mark.span().start())
            .thenComparingInt(mark -> mark.span().start())
            .thenComparing(Mark::label);

    private int rank() {
        return switch (kind) {
            case TOPIC -> 3;
            case EVENT, DATE -> 2;
            case DATELINE -> 1;
            default -> 0;
        };
    }
}
