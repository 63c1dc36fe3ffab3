package io.dateline.store.query;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Where a page of rows that belong to articles ended. Bound to its question by a checksum over both, as {@link Cursor}
 * is.
 *
 * @param sortAt  of the last item
 * @param id      of the last item's article
 * @param ordinal of the last item in its article
 * @param upTo    {@code sort_at} of the first item of the first page
 */
record PageCursor(Instant sortAt, String id, int ordinal, Instant upTo) {
    private static final String SEPARATOR = "\n";

    /** The same, of a reading that began with the page before; null for the first. */
    PageCursor since(PageCursor before) {
        return before == null ? this : new PageCursor(sortAt, id, ordinal, before.upTo);
    }

    String encode(String question) {
        String fields = String.join(SEPARATOR, sortAt.toString(), id, Integer.toString(ordinal), upTo.toString());
        String text = checksum(question, fields) + SEPARATOR + fields;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Null where there is no cursor.
     *
     * @throws ProblemException {@code invalid-cursor}
     */
    static PageCursor decode(String cursor, String question) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == 5
                    && checksum(question, String.join(SEPARATOR, parts[1], parts[2], parts[3], parts[4]))
                            .equals(parts[0])) {
                return new PageCursor(
                        CursorFields.time(parts[1]),
                        CursorFields.id(parts[2]),
                        Integer.parseInt(parts[3]),
                        CursorFields.time(parts[4]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through to the one answer there is
        }
        throw new ProblemException(
                ProblemCode.INVALID_CURSOR, "Pass on the next of a page as it is, with the same parameters.");
    }

    private static String checksum(String question, String fields) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((question + "\u0000" + fields).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
