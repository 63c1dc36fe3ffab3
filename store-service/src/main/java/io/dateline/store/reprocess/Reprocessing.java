package io.dateline.store.reprocess;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A slice of the stored articles that is tagged anew.
 *
 * @param id        never null
 * @param query     filters of a search as parameters of an address, empty for all; never null
 * @param rate      articles sent a second at most, 1 to 1,000
 * @param state     never null
 * @param paused    whether nothing of it goes on
 * @param sent      articles that Kafka acknowledged; a page that was cut off by a crash counts again
 * @param versions  the tags that came back, by version of the enrichment; never null, empty unless it is read by itself
 * @param version   which tags were last switched to, or back from; null before
 * @param switched  articles the last switch has changed so far
 * @param trouble   why the last step came to nothing and is tried again; null where it went well
 * @param createdAt never null
 * @param changedAt of its last step; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reprocessing(
        long id,
        String query,
        int rate,
        State state,
        boolean paused,
        long sent,
        List<Found> versions,
        String version,
        long switched,
        String trouble,
        Instant createdAt,
        Instant changedAt) {

    /** How far it is. */
    public enum State {
        /** Articles go to the bulk lane. */
        SENDING,
        /** All were sent; what came back lies beside what is shown. */
        SENT,
        /** The new tags become those that are shown. */
        SWITCHING,
        SWITCHED,
        /** The tags shown before the switch are shown again; then it is {@link #SENT}. */
        SWITCHING_BACK,
        /** It sends no more; what came back stays. */
        STOPPED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * @param version  of the enrichment; never null
     * @param articles that came back with its tags; 100,000 are counted at most
     * @param more     whether there are more
     */
    public record Found(String version, int articles, boolean more) {}

    Reprocessing with(List<Found> found) {
        return new Reprocessing(
                id, query, rate, state, paused, sent, found, version, switched, trouble, createdAt, changedAt);
    }
}
