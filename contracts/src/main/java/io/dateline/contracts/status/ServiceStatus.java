package io.dateline.contracts.status;

import java.time.Instant;
import java.util.List;

/**
 * What one instance has done since it started, on {@code services.status}, every five seconds.
 *
 * @param instance  key of the message: service and a random part drawn at start; never null
 * @param service   {@code ingest}, {@code enrich} or {@code store}; never null
 * @param startedAt never null
 * @param at        when these figures were taken; never null
 * @param counters  counts since the start; never null
 * @param latencies over about the last two minutes; never null
 */
public record ServiceStatus(
        String instance,
        String service,
        Instant startedAt,
        Instant at,
        List<Counter> counters,
        List<Latency> latencies) {

    /**
     * @param lane    {@code live} or {@code bulk}
     * @param outcome what became of the article: {@code accepted}, {@code enriched}, {@code stored} …
     * @param reason  stable code, {@code none} where the outcome needs none
     */
    public record Counter(String lane, String outcome, String reason, long count) {}

    /**
     * @param lane  {@code live} or {@code bulk}
     * @param p50Ms milliseconds
     * @param p99Ms milliseconds
     */
    public record Latency(String lane, double p50Ms, double p99Ms) {}
}
