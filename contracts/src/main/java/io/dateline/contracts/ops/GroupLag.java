package io.dateline.contracts.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How many records of a topic wait for a consumer group, all its instances together. Asked of Kafka by whoever wants to know,
 * once a second at most; what cannot be learnt is taken for none, so that a question never holds anything up for long.
 * Thread-safe.
 */
public final class GroupLag implements LongSupplier {
    private static final Logger LOG = Logger.getLogger(GroupLag.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final long LIMIT_SECONDS = 2;

    private final Admin admin;
    private final String group;
    private final String topic;
    private final InstantSource clock;
    private Instant askedAt = Instant.MIN;
    private long records;

    /** @param admin stays the caller's to close */
    public GroupLag(Admin admin, String group, String topic, InstantSource clock) {
        this.admin = admin;
        this.group = group;
        this.topic = topic;
        this.clock = clock;
    }

    /** Records from the committed offsets to the ends; a partition without one counts whole. Up to a second old. */
    @Override
    public synchronized long getAsLong() {
        if (!clock.instant().isBefore(askedAt.plus(FRESH))) {
            records = ask();
            askedAt = clock.instant();
        }
        return records;
    }

    private long ask() {
        try {
            List<TopicPartition> partitions =
                    get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            var begins = offsets(partitions, OffsetSpec.earliest());
            var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            long waiting = 0;
            for (var end : offsets(partitions, OffsetSpec.latest()).entrySet()) {
                var known = committed.get(end.getKey());
                long begin = begins.get(end.getKey());
                waiting += end.getValue() - (known == null ? begin : Math.max(begin, known.offset()));
            }
            return Math.max(0, waiting);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("the lag of %s is not known: %s", group, e.getClass().getSimpleName());
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(wanted).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
