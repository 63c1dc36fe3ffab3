package io.dateline.store.query;

import java.time.Instant;

/**
 * Where a page of rows that belong to articles ended.
 *
 * @param sortAt  of the last item
 * @param id      of the last item's article
 * @param ordinal of the last item in its article
 * @param upTo    {@code sort_at} of the first item of the first page
 * @param asOf    the last seq when the first page was asked for
 */
record PageCursor(Instant sortAt, String id, int ordinal, Instant upTo, long asOf) {
    private static final int FIELDS = 5;

    /** The same, of a reading that began with the page before; null for the first. */
    PageCursor since(PageCursor before) {
        return before == null ? this : new PageCursor(sortAt, id, ordinal, before.upTo, before.asOf);
    }

    String encode(String question) {
        return CursorFields.seal(
                question, sortAt.toString(), id, Integer.toString(ordinal), upTo.toString(), Long.toString(asOf));
    }

    /**
     * Null where there is no cursor.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}
     */
    static PageCursor decode(String cursor, String question) {
        return cursor == null
                ? null
                : CursorFields.open(
                        cursor,
                        question,
                        FIELDS,
                        fields -> new PageCursor(
                                CursorFields.time(fields[0]),
                                CursorFields.id(fields[1]),
                                Integer.parseInt(fields[2]),
                                CursorFields.time(fields[3]),
                                Long.parseLong(fields[4])));
    }
}
