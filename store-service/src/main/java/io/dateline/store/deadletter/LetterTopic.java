package io.dateline.store.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads dead-letter topics by place, for one request: without a group, and so without a position to keep. Every method
 * throws a {@link KafkaException} where the broker does not answer within seconds.
 */
final class LetterTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /**
     * All that is asked for is there already. Once it has come, the client asks on by itself, and asks the broker nothing
     * else, nor closes, before that is answered: by default after half a second of no news.
     */
    private static final int NO_NEWS_MS = 5;

    private static final Duration ONE = Duration.ofSeconds(5);
    /** Newest records are looked for so many at a time. */
    private static final int BLOCK = 100;
    /** Clients of one name at the same time make the client library complain. */
    private static final AtomicLong OPENED = new AtomicLong();

    private final KafkaConsumer<byte[], byte[]> consumer;

    LetterTopic(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "store-dead-letters-" + OPENED.incrementAndGet(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        4_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        NO_NEWS_MS,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        BLOCK,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        1_048_576),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * What is kept of a partition.
     *
     * @param begin of the oldest record
     * @param end   of the next to come
     */
    record Stretch(TopicPartition partition, long begin, long end) {}

    /** By partition; empty where the cluster has no such topic. */
    List<Stretch> stretches(String topic) {
        List<TopicPartition> partitions = Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .map(partition -> new Stretch(partition, begins.get(partition), ends.get(partition)))
                .toList();
    }

    /** Empty where nothing lies there, or no longer. */
    Optional<ConsumerRecord<byte[], byte[]>> one(LetterId id) {
        boolean there = stretches(id.topic()).stream()
                .anyMatch(stretch -> stretch.partition().partition() == id.partition()
                        && stretch.begin() <= id.offset()
                        && id.offset() < stretch.end());
        if (!there) {
            return Optional.empty();
        }
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        TopicPartition partition = new TopicPartition(id.topic(), id.partition());
        long next = read(partition, id.offset(), id.offset() + 1, new Budget(1, 1, ONE)::late, found::add);
        if (next <= id.offset()) {
            throw new TimeoutException("a record that is there was not sent in time");
        }
        return found.stream().findFirst();
    }

    /** Reads forward from one place to before another, or until it is to stop; returns where it goes on. */
    long read(
            TopicPartition partition,
            long from,
            long to,
            BooleanSupplier stop,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        consumer.assign(Set.of(partition));
        consumer.seek(partition, from);
        long next = from;
        while (next < to && !stop.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                if (record.offset() >= to) {
                    return to;
                }
                if (stop.getAsBoolean()) {
                    return next;
                }
                each.accept(record);
                next = record.offset() + 1;
            }
            next = Math.max(next, Math.min(to, consumer.position(partition)));
        }
        return next;
    }

    /**
     * Tells of records before an offset, the newest first and none left out, block by block as far as the budget goes or
     * until no more is wanted.
     *
     * @return whether all of them were told
     */
    boolean newest(Stretch stretch, Budget budget, Predicate<LetterHead> more) {
        long to = stretch.end();
        while (to > stretch.begin()) {
            if (budget.spent()) {
                return false;
            }
            long from = Math.max(stretch.begin(), to - BLOCK);
            List<LetterHead> block = new ArrayList<>();
            long next = read(stretch.partition(), from, to, budget::late, record -> {
                budget.spend(size(record));
                block.add(LetterHead.of(record));
            });
            if (next < to) {
                return false;
            }
            for (int i = block.size() - 1; i >= 0; i--) {
                if (!more.test(block.get(i))) {
                    return false;
                }
            }
            to = from;
        }
        return true;
    }

    /** Bytes of key and value. */
    static long size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
