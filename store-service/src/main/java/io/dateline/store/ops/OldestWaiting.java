package io.dateline.store.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds how old the oldest waiting record of each lane is, by reading the first waiting record of each partition. Their
 * times are the broker's, as the catalogue has it, so they are what retention goes by.
 */
final class OldestWaiting {
    private static final Duration MOST = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;

    /** @param consumer belongs to no group; used by the caller's thread alone */
    OldestWaiting(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * @param waiting the first waiting offsets, by place; as in {@link ClusterLook#waiting()}
     * @return the age of the oldest of each place, zero where none waits; a place of which a partition could not be read
     *     within five seconds is missing
     */
    Map<String, Duration> ages(Map<String, Map<TopicPartition, Long>> waiting, Instant now) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        waiting.values().forEach(offsets::putAll);
        Map<TopicPartition, Instant> times = times(offsets);
        Map<String, Duration> ages = new HashMap<>();
        waiting.forEach(
                (place, partitions) -> age(partitions.keySet(), times, now).ifPresent(age -> ages.put(place, age)));
        return ages;
    }

    private static Optional<Duration> age(
            Collection<TopicPartition> partitions, Map<TopicPartition, Instant> times, Instant now) {
        if (!times.keySet().containsAll(partitions)) {
            return Optional.empty();
        }
        Duration oldest = Duration.ZERO;
        for (TopicPartition partition : partitions) {
            Duration age = Duration.between(times.get(partition), now);
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
        }
        return Optional.of(oldest);
    }

    private Map<TopicPartition, Instant> times(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Instant> times = new HashMap<>();
        if (offsets.isEmpty()) {
            return times;
        }
        consumer.assign(offsets.keySet());
        consumer.resume(offsets.keySet());
        offsets.forEach(consumer::seek);
        Set<TopicPartition> missing = new HashSet<>(offsets.keySet());
        long end = System.nanoTime() + MOST.toNanos();
        while (!missing.isEmpty() && System.nanoTime() < end) {
            try {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (missing.remove(partition)) {
                        times.put(partition, Instant.ofEpochMilli(record.timestamp()));
                        consumer.pause(List.of(partition));
                    }
                }
            } catch (OffsetOutOfRangeException e) {
                // Retention took them in between: from here on the oldest kept is the oldest waiting.
                consumer.seekToBeginning(e.partitions());
            }
        }
        return times;
    }
}
