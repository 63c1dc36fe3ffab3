package io.dateline.store.story;

import java.sql.SQLException;

/** Where decisions are written down, in order. They reach the tables with {@link #flush} at the latest. */
interface Ledger {
    /** What happened to a story. */
    enum Kind {
        FOUNDED,
        JOINED,
        LEFT,
        MERGED,
        SPLIT
    }

    void founded(BuiltStory story);

    /** The member is new, or its story, original or report has changed. */
    void member(Member member);

    void gone(Member member);

    /** All members of one story, those that are not in memory too, are now the other's. */
    void merged(BuiltStory from, BuiltStory into);

    /** All copies of one article, those that are not in memory too, now count as copies of another. */
    void recopied(String original, String now);

    /** All copies of an article, those that are not in memory too, are now in this story. */
    void followed(String original, BuiltStory story);

    /**
     * @param article or null
     * @param other   the other story, or null
     */
    void change(Kind kind, String story, String article, String other, String reason);

    /** Copies of an article have lost it: the earliest of them takes its place. Null where there is none. */
    String replaceOriginal(String gone) throws SQLException;

    /** Whether the story has no member left; it then points to the one where its last has gone. */
    boolean emptied(BuiltStory story, BuiltStory into) throws SQLException;

    void flush() throws SQLException;
}
