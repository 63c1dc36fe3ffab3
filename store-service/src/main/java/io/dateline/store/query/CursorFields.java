package io.dateline.store.query;

import io.dateline.contracts.Sha256;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;

/**
 * The fields of a cursor as one text, bound to its question by a checksum over both, so that one that was altered or belongs
 * to another question is told apart. No secret: it opens nothing that the question does not. As anybody can make one that
 * fits and holds what they like, its fields are read as what the database takes.
 */
public final class CursorFields {
    private static final String SEPARATOR = "\n";

    private CursorFields() {}

    public static String seal(String question, String... fields) {
        String text = String.join(SEPARATOR, fields);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(question, text) + SEPARATOR + text).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param count of the fields that were sealed
     * @param read  refuses by an {@link IllegalArgumentException} or a {@link DateTimeException} what they cannot be
     * @throws ProblemException {@code invalid-cursor}
     */
    public static <T> T open(String cursor, String question, int count, Function<String[], T> read) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, 2);
            String[] fields = parts[parts.length - 1].split(SEPARATOR, -1);
            if (parts.length == 2 && fields.length == count && parts[0].equals(checksum(question, parts[1]))) {
                return read.apply(fields);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through to the one answer there is
        }
        throw new ProblemException(
                ProblemCode.INVALID_CURSOR, "Pass on the next of a page as it is, with the same parameters.");
    }

    private static String checksum(String question, String text) {
        return Sha256.hex(question + "\u0000" + text, 8);
    }

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
