package io.dateline.store.story;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.CursorFields;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where a page of stories ended. Bound to its question by a checksum, so that one that was altered by accident or belongs
 * to another question is told apart. No secret: it opens nothing that the question does not.
 *
 * @param members of the last story
 * @param lastAt  of the last story
 * @param id      of the last story
 */
record StoryCursorToken(int members, Instant lastAt, String id) {
    private static final String SEPARATOR = "\n";

    String encode(String question) {
        String fields = members + SEPARATOR + lastAt + SEPARATOR + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(question, fields) + SEPARATOR + fields).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code invalid-cursor} */
    static StoryCursorToken decode(String cursor, String question) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length == 4
                    && checksum(question, String.join(SEPARATOR, parts[1], parts[2], parts[3]))
                            .equals(parts[0])) {
                return new StoryCursorToken(
                        Integer.parseInt(parts[1]), CursorFields.time(parts[2]), CursorFields.id(parts[3]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through to the one answer there is
        }
        throw new ProblemException(
                ProblemCode.INVALID_CURSOR, "Pass on the next of a page as it is, with the same parameters.");
    }

    private static String checksum(String question, String fields) {
        CRC32 crc = new CRC32();
        crc.update((question + "\u0000" + fields).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
