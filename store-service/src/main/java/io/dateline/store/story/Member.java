package io.dateline.store.story;

import java.util.Comparator;

/** An article in its story. Mutable: the story and the original may change; the report does not. */
final class Member {
    /** By when it was published; what came in first goes first among those of one moment. */
    static final Comparator<Member> EARLIEST = Comparator.<Member, java.time.Instant>comparing(
                    member -> member.report.at())
            .thenComparing(member -> member.report.seq());

    final Report report;
    /** Whether others are compared with it: not beyond so many articles of a day. */
    final boolean indexed;

    BuiltStory story;
    private String copyOf;

    Member(Report report, boolean indexed) {
        this.report = report;
        this.indexed = indexed;
    }

    String id() {
        return report.articleId();
    }

    /** Article id of the original, or null. */
    String copyOf() {
        return copyOf;
    }

    void copyOf(String original) {
        copyOf = original;
        if (story != null) {
            story.sort(this);
        }
    }

    boolean original() {
        return copyOf == null;
    }
}
