package io.dateline.store.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a page ended: the sort key of its last item.
 *
 * @param sortAt of the last item
 * @param id     of the last item
 * @param rank   of the last item, 0 when sorted by time
 * @param upTo   newest {@code sort_at} when the first page was asked for: of its first item, or of the candidates ranked; null
 *     from the oldest on
 * @param asOf   the last seq when the first page was asked for
 */
record Cursor(Instant sortAt, String id, float rank, Instant upTo, long asOf) {
    private static final int FIELDS = 5;

    String encode(ArticleQuery query) {
        return CursorFields.seal(
                question(query),
                sortAt.toString(),
                id,
                Float.toString(rank),
                upTo == null ? "" : upTo.toString(),
                Long.toString(asOf));
    }

    /** @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor} */
    static Cursor decode(ArticleQuery query) {
        return CursorFields.open(
                query.cursor(),
                question(query),
                FIELDS,
                fields -> new Cursor(
                        CursorFields.time(fields[0]),
                        CursorFields.id(fields[1]),
                        Float.parseFloat(fields[2]),
                        fields[3].isEmpty() ? null : CursorFields.time(fields[3]),
                        Long.parseLong(fields[4])));
    }

    /** Everything that makes the answer, but not how much of it is wanted at once. */
    private static String question(ArticleQuery query) {
        return String.join(
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
                query.sort().name());
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
