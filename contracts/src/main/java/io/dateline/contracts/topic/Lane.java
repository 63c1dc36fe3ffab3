package io.dateline.contracts.topic;

/** Live copy and bulk copy (imports, reprocessing) never share a topic, a channel or a connection. */
public enum Lane {
    LIVE("live", Topics.RAW, Topics.ENRICHED),
    BULK("bulk", Topics.RAW_BACKFILL, Topics.ENRICHED_BACKFILL);

    private final String label;
    private final String rawTopic;
    private final String enrichedTopic;

    Lane(String label, String rawTopic, String enrichedTopic) {
        this.label = label;
        this.rawTopic = rawTopic;
        this.enrichedTopic = enrichedTopic;
    }

    /** As it stands in metrics and status messages. */
    public String label() {
        return label;
    }

    public String rawTopic() {
        return rawTopic;
    }

    public String enrichedTopic() {
        return enrichedTopic;
    }
}
