package io.dateline.store.query;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads the parts of a cursor as what the database takes: checksums are no secret, so that anybody can make a cursor that
 * fits and holds what they like.
 */
public final class CursorFields {
    private CursorFields() {}

    /** @throws DateTimeException where it is no time of the years 1 to 9999 */
    public static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Parameters.EARLIEST) || time.isAfter(Parameters.LATEST)) {
            throw new DateTimeException("a time that no article has");
        }
        return time;
    }

    /** @throws IllegalArgumentException where the database has no such text */
    public static String id(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an id that no article has");
        }
        return text;
    }
}
