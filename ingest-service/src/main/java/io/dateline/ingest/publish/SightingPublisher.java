package io.dateline.ingest.publish;

import io.dateline.contracts.article.Sighting;
import java.util.List;

/** Hands sightings to Kafka. */
public interface SightingPublisher {
    /**
     * Returns once the broker has acknowledged every one of them.
     *
     * @throws BrokerUnavailable where it did not, for at least one
     */
    void publish(List<Sighting> sightings);
}
