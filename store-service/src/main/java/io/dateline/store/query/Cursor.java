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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a page ended: the sort key of its last item. Bound to its question by a checksum over both, so that one that was
 * altered or belongs to another question is told apart. No secret: it opens nothing that the question does not.
 *
 * @param sortAt of the last item
 * @param id     of the last item
 * @param rank   of the last item, 0 when sorted by time
 * @param upTo   newest {@code sort_at} when the first page was asked for: of its first item, or of the candidates ranked
 */
record Cursor(Instant sortAt, String id, float rank, Instant upTo) {
    private static final String SEPARATOR = "\n";

    String encode(ArticleQuery query) {
        String fields = String.join(
                SEPARATOR, sortAt.toString(), id, Float.toString(rank), upTo == null ? "" : upTo.toString());
        String text = checksum(query, fields) + SEPARATOR + fields;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code invalid-cursor} */
    static Cursor decode(ArticleQuery query) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(query.cursor()), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == 5) {
                String fields = String.join(SEPARATOR, parts[1], parts[2], parts[3], parts[4]);
                if (checksum(query, fields).equals(parts[0])) {
                    return new Cursor(
                            CursorFields.time(parts[1]),
                            CursorFields.id(parts[2]),
                            Float.parseFloat(parts[3]),
                            parts[4].isEmpty() ? null : CursorFields.time(parts[4]));
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through to the one answer there is
        }
        throw new ProblemException(
                ProblemCode.INVALID_CURSOR, "Pass on the next of a page as it is, with the same parameters.");
    }

    /** Over everything that makes the answer, but not over how much of it is wanted at once. */
    private static String checksum(ArticleQuery query, String fields) {
        String question = String.join(
                "\u0000",
                String.valueOf(query.text()),
                query.in().name(),
                lists(query.wanted()),
                lists(query.unwanted()),
                String.valueOf(query.near()),
                String.valueOf(query.minSalience()),
                query.duplicates().name(),
                query.status().name(),
                query.sorted().toString(),
                query.stored().toString(),
                query.mentioned().toString(),
                query.happened().toString(),
                query.sort().name(),
                fields);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String lists(Map<Criterion, List<String>> values) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(values).forEach((criterion, list) -> {
            all.append('\u0002').append(criterion.parameter());
            list.stream().sorted().forEach(value -> all.append('\u0001').append(value));
        });
        return all.toString();
    }
}
