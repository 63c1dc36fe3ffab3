package io.dateline.store.ops;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.status.ServiceStatus;
import io.dateline.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the status topics from their beginning and the newest of the dead-letter topics, then all that comes. Assigns
 * its partitions itself: every instance needs all of them, and there is no offset to keep. Runs on one thread.
 */
final class StatusTopics implements Runnable {
    private static final Logger LOG = Logger.getLogger(StatusTopics.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final String bootstrap;
    private final int deadLettersAtStart;
    private final StatusBoard services;
    private final FeedBoard feeds;
    private final DeadLetterBoard deadLetters;
    private volatile boolean stopped;
    private volatile String trouble = "the status topics have not been read yet";

    StatusTopics(
            String bootstrap,
            int deadLettersAtStart,
            StatusBoard services,
            FeedBoard feeds,
            DeadLetterBoard deadLetters) {
        this.bootstrap = bootstrap;
        this.deadLettersAtStart = deadLettersAtStart;
        this.services = services;
        this.feeds = feeds;
        this.deadLetters = deadLetters;
    }

    /** Why nothing can be read, or null. */
    String trouble() {
        return trouble;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        Map<TopicPartition, Long> read = new HashMap<>();
        while (!stopped) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                follow(consumer, read);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                trouble = "the status topics cannot be read: " + e.getClass().getSimpleName();
                LOG.debugf("%s", trouble);
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> read) {
        consumer.assign(partitions(consumer));
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(consumer.assignment());
        for (TopicPartition partition : consumer.assignment()) {
            boolean whole = !partition.topic().endsWith(Topics.DEAD_LETTER_SUFFIX);
            long from = whole
                    ? begins.get(partition)
                    : Math.max(begins.get(partition), ends.get(partition) - deadLettersAtStart);
            consumer.seek(partition, read.getOrDefault(partition, from));
        }
        trouble = null;
        while (!stopped) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                accept(record);
                read.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<String> topics = new ArrayList<>(DeadLetterBoard.topicNames());
        topics.add(Topics.SERVICES_STATUS);
        topics.add(Topics.FEEDS_STATUS);
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            var found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new KafkaException("topic " + topic + " is missing");
            }
            found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        return partitions;
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        try {
            switch (record.topic()) {
                case Topics.SERVICES_STATUS -> service(record);
                case Topics.FEEDS_STATUS -> feed(record);
                default -> deadLetters.accept(record);
            }
        } catch (IOException e) {
            LOG.warnf(
                    "passed over %s offset %d, which is no status: %s",
                    record.topic(), record.offset(), e.getClass().getSimpleName());
        }
    }

    private void service(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.value() == null) {
            services.forget(key(record));
            return;
        }
        ServiceStatus status = MessageCodec.json().readValue(record.value(), ServiceStatus.class);
        if (status.instance() == null
                || status.service() == null
                || status.at() == null
                || status.startedAt() == null
                || status.counters() == null
                || status.latencies() == null) {
            throw new Incomplete();
        }
        services.accept(status);
    }

    private void feed(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.value() == null) {
            feeds.forget(key(record));
            return;
        }
        FeedStatus status = MessageCodec.json().readValue(record.value(), FeedStatus.class);
        if (status.feedId() == null || status.state() == null || status.since() == null) {
            throw new Incomplete();
        }
        feeds.accept(status);
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "store-ops",
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
                        // Dead letters may be large, and only their headers are wanted.
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        1_048_576),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A field that every status has is missing. */
    private static final class Incomplete extends IOException {
        private static final long serialVersionUID = 1;
    }
}
