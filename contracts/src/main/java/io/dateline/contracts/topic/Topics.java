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

    /** Whether records lie here that could not be processed. */
    public static boolean isDeadLetter(String topic) {
        return topic.endsWith(DEAD_LETTER_SUFFIX);
    }

    /** The topic whose records go to this dead-letter topic. */
    public static String original(String deadLetterTopic) {
        if (!isDeadLetter(deadLetterTopic)) {
            throw new IllegalArgumentException("no dead-letter topic: " + deadLetterTopic);
        }
        return deadLetterTopic.substring(0, deadLetterTopic.length() - DEAD_LETTER_SUFFIX.length());
    }
}
