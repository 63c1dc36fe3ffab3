package io.dateline.store.write;

/** What became of one row of a batch. */
sealed interface RowOutcome {
    /** Committed, in this place of the order of changes. */
    record Stored(long seq) implements RowOutcome {}

    /** Committed; it has no place in the order of changes. */
    record Added() implements RowOutcome {}

    /** It was stored before, with the same content. */
    record Duplicate() implements RowOutcome {}

    /** It was stored before, and tagged anew: the tags are kept beside those that are shown. */
    record Reprocessed() implements RowOutcome {}

    /** Its article was erased on request, or dropped with its month; nothing of it is stored again. */
    record Erased() implements RowOutcome {}

    /** Its (id, revision) is stored with other content. */
    record Conflict() implements RowOutcome {}

    /**
     * The database refuses it or writing it fails, and would again.
     *
     * @param why the SQLSTATE, or the exception and its place; the message would quote the row
     */
    record Unstorable(String why) implements RowOutcome {}
}
