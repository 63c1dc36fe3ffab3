package io.dateline.ingest.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import and how far it is.
 *
 * @param path              below the import folder
 * @param source            of articles that name none, or null
 * @param rate              records a second at most
 * @param reason            stable code where it failed, else null
 * @param position          where it is, null before it began
 * @param doneBytes         of {@code totalBytes}
 * @param skipped           records that hold nothing for us
 * @param rejected          records by the code of what was wrong with them
 * @param articlesPerSecond over the time it ran, rests included; null before it began
 * @param secondsLeft       at that speed; null where it does not run
 * @param report            file with the rejected records, below the import folder; null while there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An import and how far it is.")
record Import(
        String id,
        String path,
        ImportKind kind,
        String source,
        int rate,
        State state,
        String reason,
        String detail,
        Position position,
        int totalFiles,
        long totalBytes,
        long doneBytes,
        long accepted,
        long unchanged,
        long sightings,
        long skipped,
        Map<String, Long> rejected,
        Double articlesPerSecond,
        Long secondsLeft,
        String report,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** Only running and paused ones, and failed ones when they are resumed, go on. */
    enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("canceled")
        CANCELED
    }

    /**
     * @param file   below the import's path
     * @param offset in it
     * @param record of it, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportPosition")
    record Position(String file, Long offset, long record) {}
}
