package io.dateline.contracts.ops;

/** Meter and tag names, for code, tests, dashboards and alerts alike. */
public final class MetricNames {
    /** Counter: articles by what became of them. Tags {@link #STAGE}, {@link #LANE}, {@link #OUTCOME}, {@link #REASON}. */
    public static final String ARTICLES = "dateline.articles";
    /**
     * Counter: sightings by what became of them. Tags {@link #STAGE} ({@code ingest} or {@code store}), {@link #OUTCOME}.
     */
    public static final String SIGHTINGS = "dateline.sightings";
    /**
     * Timer: from {@code fetchedAt} of the article, when ingest took it, to the end of this stage. Tags {@link #STAGE},
     * {@link #LANE}.
     */
    public static final String LATENCY = "dateline.latency";
    /** Counter of ingest: requests for feeds by what became of them. Tag {@link #OUTCOME}. */
    public static final String POLLS = "dateline.polls";
    /** Counter of ingest: pushes of WebSub hubs. Tag {@link #OUTCOME}. */
    public static final String WEBSUB_PUSHES = "dateline.websub.pushes";
    /**
     * Gauge of each ingest, of the whole system: who pushes articles or drops wire copy; take the maximum. Tag {@link #STATE}.
     */
    public static final String SENDERS = "dateline.senders";
    /**
     * Gauge of each ingest, of the whole system: articles whose embargo is over, and that cannot be released; take the maximum.
     */
    public static final String EMBARGOES_STUCK = "dateline.embargoes.stuck";
    /** Gauge of every service: 1 while a readiness check is up, else 0. Tag {@link #CHECK}. */
    public static final String READY = "dateline.ready";

    // What follows is measured by each instance of the store, of the whole system: take the maximum, not the sum.

    /** Gauge: records waiting in the topic a stage reads. Tags {@link #STAGE}, {@link #LANE}. */
    public static final String LAG = "dateline.lag";
    /** Gauge, seconds: since the oldest waiting record was appended; 0 where none waits. Tags {@link #STAGE}, {@link #LANE}. */
    public static final String LAG_AGE = "dateline.lag.age";
    /** Gauge, seconds: how long the topic a stage reads keeps its records. Tags {@link #STAGE}, {@link #LANE}. */
    public static final String TOPIC_RETENTION = "dateline.topic.retention";
    /** Gauge: records kept in a dead-letter topic. Tag {@link #TOPIC}. */
    public static final String DEAD_LETTERS = "dateline.dead.letters";
    /** Gauge: feeds. Tag {@link #STATE}. */
    public static final String FEEDS = "dateline.feeds";
    /** Gauge, seconds since 1970: when the newest revision was stored. */
    public static final String STORED_NEWEST = "dateline.stored.newest.timestamp";
    /** Gauge: articles that lists show, as estimated by the database. */
    public static final String STORED_ARTICLES = "dateline.stored.articles";
    /** Gauge: revisions ever stored. */
    public static final String STORED_REVISIONS = "dateline.stored.revisions";
    /** Gauge, bytes: tables and indexes of the store. */
    public static final String STORAGE = "dateline.storage";
    /** Gauge: months held. */
    public static final String STORAGE_MONTHS = "dateline.storage.months";

    /** Gauge: followers of this instance's live stream. */
    public static final String STREAM_CLIENTS = "dateline.stream.clients";
    /** Gauge: followers at which this instance refuses the next. */
    public static final String STREAM_CLIENTS_LIMIT = "dateline.stream.clients.limit";

    /** Counter: followers of this instance's live stream that were set apart, since their filters made the others wait. */
    public static final String STREAM_SET_APART = "dateline.stream.set.apart";

    /** Counter: what this instance sent to webhooks, by what became of it. Tag {@link #OUTCOME}. */
    public static final String WEBHOOK_DELIVERIES = "dateline.store.webhook.deliveries";
    /**
     * Counter: changes that webhooks were not told of by this instance, since they could not be read for too long; each once
     * for each webhook.
     */
    public static final String WEBHOOK_UNTOLD = "dateline.store.webhook.untold";
    /** Gauge of the whole system: deliveries that wait for their turn or for another try. */
    public static final String WEBHOOK_PENDING = "dateline.store.webhook.pending";
    /** Gauge of the whole system: webhooks nothing is sent to until somebody looks after them. */
    public static final String WEBHOOK_PARKED = "dateline.store.webhook.parked";
    /** Gauge of the whole system, seconds: age of the oldest change that has not reached a webhook it is, or may be, for. */
    public static final String WEBHOOK_OLDEST = "dateline.store.webhook.oldest.pending.age";

    /** Counter: dead letters this instance was asked to put back, by what became of it. Tag {@link #OUTCOME}. */
    public static final String DEAD_LETTERS_REPLAYED = "dateline.store.dead.letters.replayed";

    /** Counter: requests refused at the door. Tag {@link #REASON}: the code of the problem. */
    public static final String REFUSED = "dateline.requests.refused";

    public static final String STAGE = "stage";
    public static final String LANE = "lane";
    public static final String OUTCOME = "outcome";
    public static final String REASON = "reason";
    public static final String CHECK = "check";
    public static final String TOPIC = "topic";
    public static final String STATE = "state";
    /** The {@link #REASON} of an outcome that needs none. */
    public static final String NO_REASON = "none";
    /** {@link #OUTCOME} of a record that went to a dead-letter topic. */
    public static final String DEAD_LETTERED = "dead-lettered";
    /** {@link #REASON} of the kill of an article that was never seen: kept as a tombstone, and an alarm. */
    public static final String KILL_UNKNOWN = "kill-unknown";

    private MetricNames() {}
}
