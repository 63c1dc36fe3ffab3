package io.dateline.store.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stretch of text over which the same tags hold. Holds plain text: escaping is the template's.
 *
 * @param text  never empty
 * @param marks all tags that cover it, the one to show first; empty for plain text
 * @param start where it starts in its field
 */
public record Segment(String text, List<Mark> marks, int start) {

    public boolean marked() {
        return !marks.isEmpty();
    }

    /** Where the stretch leads, or null: a link of nothing but a gap between two tags would have no name. */
    public String href() {
        return text.isBlank() ? null : marks.get(0).href();
    }

    /** By which others point at it, or null. */
    public String anchor() {
        return marks.stream()
                .filter(mark -> mark.anchor() != null && mark.span().start() == start)
                .map(Mark::anchor)
                .findFirst()
                .orElse(null);
    }

    /** Style classes: one kind of tag decides the line under the text; a dateline shows in its letters besides. */
    public String classes() {
        String first = marks.get(0).kind();
        boolean inDateline = marks.stream().anyMatch(mark -> mark.kind().equals(Mark.DATELINE));
        return inDateline && !first.equals(Mark.DATELINE) ? first + " " + Mark.DATELINE : first;
    }

    /** What every covering tag has to say, parted by an empty line. */
    public String tip() {
        Set<String> tips = marks.stream().map(Mark::tip).collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join("\n\n", tips);
    }
}
