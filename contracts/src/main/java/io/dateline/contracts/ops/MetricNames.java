package io.dateline.contracts.ops;

/** Meter and tag names, for code, tests, dashboards and alerts alike. */
public final class MetricNames {
    /** Counter: articles by what became of them. Tags {@link #STAGE}, {@link #LANE}, {@link #OUTCOME}, {@link #REASON}. */
    public static final String ARTICLES = "dateline.articles";
    /**
     * Timer: from {@code fetchedAt} of the article, when ingest took it, to the end of this stage. Tags {@link #STAGE},
     * {@link #LANE}.
     */
    public static final String LATENCY = "dateline.latency";

    /** Counter: requests refused at the door. Tag {@link #REASON}: the code of the problem. */
    public static final String REFUSED = "dateline.requests.refused";

    public static final String STAGE = "stage";
    public static final String LANE = "lane";
    public static final String OUTCOME = "outcome";
    public static final String REASON = "reason";
    /** The {@link #REASON} of an outcome that needs none. */
    public static final String NO_REASON = "none";
    /** {@link #OUTCOME} of a record that went to a dead-letter topic. */
    public static final String DEAD_LETTERED = "dead-lettered";
    /** {@link #REASON} of the kill of an article that was never seen: kept as a tombstone, and an alarm. */
    public static final String KILL_UNKNOWN = "kill-unknown";

    private MetricNames() {}
}
