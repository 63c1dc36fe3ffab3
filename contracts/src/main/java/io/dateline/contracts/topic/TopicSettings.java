package io.dateline.contracts.topic;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One topic as the cluster must have it.
 *
 * @param name       never null
 * @param partitions 1 or higher
 * @param config     Kafka topic configuration that must hold, as strings; never null
 */
public record TopicSettings(String name, int partitions, Map<String, String> config) {
    public TopicSettings {
        config = Map.copyOf(config);
    }

    /** To be created with so many copies of each partition. */
    public NewTopic toNewTopic(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(config);
    }
}
