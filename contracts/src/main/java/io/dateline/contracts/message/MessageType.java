package io.dateline.contracts.message;

import io.dateline.contracts.topic.Lane;
import io.dateline.contracts.topic.Topics;
import java.util.Optional;

/** The {@code ce_type} of each message: a family and its major version. */
public enum MessageType {
    RAW_ARTICLE("io.dateline.article.raw", 1),
    ENRICHED_ARTICLE("io.dateline.article.enriched", 1),
    SIGHTING("io.dateline.article.sighting", 1);

    private final String family;
    private final int major;

    MessageType(String family, int major) {
        this.family = family;
        this.major = major;
    }

    /** What the messages of a topic are; empty where they are of no type, as with status messages. */
    public static Optional<MessageType> of(String topic) {
        for (Lane lane : Lane.values()) {
            if (lane.rawTopic().equals(topic)) {
                return Optional.of(RAW_ARTICLE);
            }
            if (lane.enrichedTopic().equals(topic)) {
                return Optional.of(ENRICHED_ARTICLE);
            }
        }
        return Topics.SIGHTINGS.equals(topic) ? Optional.of(SIGHTING) : Optional.empty();
    }

    /** As it stands in the {@code ce_type} header. */
    public String ceType() {
        return family + ".v" + major;
    }

    /** Whether a {@code ce_type} is of this family, whatever its version. */
    boolean sameFamily(String ceType) {
        return ceType.startsWith(family + ".v");
    }
}
