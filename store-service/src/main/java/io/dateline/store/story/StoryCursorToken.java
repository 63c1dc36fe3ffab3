package io.dateline.store.story;

import io.dateline.store.query.CursorFields;
import java.time.Instant;

/**
 * Where a page of stories ended.
 *
 * @param members of the last story
 * @param lastAt  of the last story
 * @param id      of the last story
 */
record StoryCursorToken(int members, Instant lastAt, String id) {
    String encode(String question) {
        return CursorFields.seal(question, Integer.toString(members), lastAt.toString(), id);
    }

    /** @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor} */
    static StoryCursorToken decode(String cursor, String question) {
        return CursorFields.open(
                cursor,
                question,
                3,
                fields -> new StoryCursorToken(
                        Integer.parseInt(fields[0]), CursorFields.time(fields[1]), CursorFields.id(fields[2])));
    }
}
