package io.dateline.local.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;

/**
 * An import as ingest tells of it, and as a line on a terminal.
 *
 * @param rejected    records that were rejected, whatever for
 * @param perSecond   0 where it has not begun
 * @param secondsLeft negative where nobody knows
 */
public record ImportStatus(
        String id,
        String state,
        String detail,
        long doneBytes,
        long totalBytes,
        long accepted,
        long known,
        long rejected,
        double perSecond,
        long secondsLeft) {
    private static final int WIDTH = 30;

    /** @param answer of {@code GET /api/imports/ID} */
    public static ImportStatus of(JsonNode answer) {
        long rejected = 0;
        for (JsonNode count : answer.path("rejected")) {
            rejected += count.asLong();
        }
        return new ImportStatus(
                answer.path("id").asText(),
                answer.path("state").asText(),
                answer.path("detail").asText(null),
                answer.path("doneBytes").asLong(),
                answer.path("totalBytes").asLong(),
                answer.path("accepted").asLong(),
                answer.path("unchanged").asLong() + answer.path("sightings").asLong(),
                rejected,
                answer.path("articlesPerSecond").asDouble(),
                answer.path("secondsLeft").asLong(-1));
    }

    /** Whether nothing more will happen by itself. */
    public boolean over() {
        return !state.equals("running");
    }

    /** {@code [#####.....]  42 %  12,300 articles, 812/s, about 1 min left}. */
    public String line() {
        double share = state.equals("done") || totalBytes == 0 ? 1 : Math.min(1, doneBytes / (double) totalBytes);
        int full = (int) Math.round(share * WIDTH);
        StringBuilder line = new StringBuilder("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]");
        line.append(String.format(Locale.ROOT, " %3.0f %%  %,d articles", 100 * share, accepted));
        if (known > 0) {
            line.append(String.format(Locale.ROOT, ", %,d known", known));
        }
        if (rejected > 0) {
            line.append(String.format(Locale.ROOT, ", %,d rejected", rejected));
        }
        if (perSecond > 0) {
            line.append(String.format(Locale.ROOT, ", %,.0f/s", perSecond));
        }
        if (!over() && secondsLeft >= 0) {
            line.append(", about ")
                    .append(spoken(Duration.ofSeconds(secondsLeft)))
                    .append(" left");
        }
        return over() ? line.append(", ").append(state).toString() : line.toString();
    }

    private static String spoken(Duration left) {
        if (left.toHours() > 0) {
            return left.toHours() + " h " + left.toMinutesPart() + " min";
        }
        return left.toMinutes() > 0
                ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                : left.toSeconds() + " s";
    }
}
