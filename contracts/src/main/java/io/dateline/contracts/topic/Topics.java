package io.dateline.contracts.topic;

/** Topic names. Their settings are data: {@link TopicCatalog}. */
public final class Topics {
    public static final String RAW = "articles.raw";
    public static final String RAW_BACKFILL = "articles.raw.backfill";
    public static final String ENRICHED = "articles.enriched";
    public static final String ENRICHED_BACKFILL = "articles.enriched.backfill";
    /** Of both lanes: they are small and few, and nobody waits for them. */
    public static final String SIGHTINGS = "articles.sightings";

    public static final String FEEDS_STATUS = "feeds.status";
    public static final String SERVICES_STATUS = "services.status";
    /** What follows a topic's name in the name of its dead-letter topic. */
    public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    private Topics() {}

    /** Where records of {@code topic} go that can never be processed. */
    public static String deadLetter(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
