package io.dateline.store.ops;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.status.FeedStatus;
import java.time.Instant;
import java.util.List;

/**
 * One look at the whole system.
 *
 * @param at          when it was taken; never null
 * @param stages      ingest, enrich and store, each lane on its own, in the order articles pass them; never null
 * @param deadLetters one for each dead-letter topic, empty ones too; never null
 * @param feeds       never null
 * @param storage     null where the database could not be read
 * @param instances   every instance heard of in the last 24 hours; never null
 * @param troubles    what could not be read, in plain words; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpsSnapshot(
        Instant at,
        List<Stage> stages,
        List<DeadLetterTopic> deadLetters,
        Feeds feeds,
        Storage storage,
        List<Instance> instances,
        List<String> troubles) {

    /**
     * One stage on one lane.
     *
     * @param stage         {@code ingest}, {@code enrich} or {@code store}
     * @param lane          {@code live} or {@code bulk}
     * @param instances     alive now
     * @param ratePerSecond articles that came to any outcome, over about the last 15 seconds
     * @param lag           records still waiting in its topic; null where the stage reads none or it is not known
     * @param oldestMs      how long the oldest of them has waited, milliseconds; null likewise
     * @param p50Ms         worst instance's latency since the fetch, milliseconds; null where nothing was timed
     * @param p99Ms         likewise
     * @param counters      sums over the instances of the last 24 hours, largest first; never null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stage(
            String stage,
            String lane,
            int instances,
            double ratePerSecond,
            Long lag,
            Long oldestMs,
            Double p50Ms,
            Double p99Ms,
            List<Counter> counters) {}

    /**
     * @param outcome {@code stored}, {@code duplicate}, {@code dead-lettered} …
     * @param reason  {@code none} where the outcome needs none
     */
    public record Counter(String outcome, String reason, long count) {
        /** Whether somebody should look. */
        @JsonIgnore
        public boolean bad() {
            return outcome.equals(MetricNames.DEAD_LETTERED)
                    || outcome.equals("rejected")
                    || reason.equals(MetricNames.KILL_UNKNOWN);
        }
    }

    /**
     * @param topic   name of the dead-letter topic
     * @param count   records kept in it now
     * @param reasons most frequent first, over the newest 1,000 records at start and all since; never null
     */
    public record DeadLetterTopic(String topic, long count, List<Reason> reasons) {}

    /** @param newest the last one of this reason; never null */
    public record Reason(String reason, long count, DeadLetterInfo newest) {}

    /**
     * What the headers of a dead letter say; never its payload.
     *
     * @param topic     the dead-letter topic it lies in
     * @param partition where it lies there
     * @param offset    likewise
     * @param at        when it was written
     * @param reason    stable code
     * @param detail    one sentence, or null
     * @param service   who refused it, or null
     * @param key       its key as text, usually the article id, or null
     * @param fromTopic where it came from, or null
     * @param fromPartition or null
     * @param fromOffset or null
     * @param bytes     size of its value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeadLetterInfo(
            String topic,
            int partition,
            long offset,
            Instant at,
            String reason,
            String detail,
            String service,
            String key,
            String fromTopic,
            Integer fromPartition,
            Long fromOffset,
            int bytes) {}

    /**
     * How many feeds are in each state.
     *
     * @param parked   gone for good, as their server says
     * @param troubled the failing, silent, flooding and changed ones, in this order, the longest first, 100 at most; never
     *                 null
     */
    public record Feeds(
            int total,
            int ok,
            int failing,
            int silent,
            int flooding,
            int changed,
            int parked,
            int paused,
            List<FeedStatus> troubled) {}

    /**
     * @param articles      heads that lists show, estimated by the database
     * @param lastSeq       revisions ever stored
     * @param lastStoredAt  or null for an empty store
     * @param databaseBytes tables and indexes of the store
     * @param partitions    months held
     * @param growth        over the last 24 hours or what is known of them; null where that is less than a minute
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Storage(
            long articles, long lastSeq, Instant lastStoredAt, long databaseBytes, int partitions, Growth growth) {
        Storage with(Growth known) {
            return new Storage(articles, lastSeq, lastStoredAt, databaseBytes, partitions, known);
        }
    }

    /**
     * @param bytes     negative where more was dropped than stored
     * @param revisions stored
     * @param seconds   it took so long
     */
    public record Growth(long bytes, long revisions, long seconds) {}

    /** @param alive whether it reported within the last 15 seconds */
    public record Instance(String id, String service, Instant startedAt, Instant lastSeenAt, boolean alive) {}
}
