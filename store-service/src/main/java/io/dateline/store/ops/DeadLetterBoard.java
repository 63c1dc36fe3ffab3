package io.dateline.store.ops;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.topic.TopicCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts dead letters by topic and reason, and keeps what the headers of the newest say. Thread-safe. */
final class DeadLetterBoard {
    /** Of each topic; the five of them take a few megabytes when all are full. */
    static final int KEPT = 2_000;

    private static final int KEY_LENGTH = 200;
    private static final int DETAIL_LENGTH = 1_000;

    private final Map<String, Topic> topics = new LinkedHashMap<>();

    DeadLetterBoard() {
        topicNames().forEach(name -> topics.put(name, new Topic()));
    }

    static List<String> topicNames() {
        return TopicCatalog.deadLetters();
    }

    synchronized void accept(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = topics.get(record.topic());
        if (topic == null) {
            return;
        }
        OpsSnapshot.DeadLetterInfo info = info(record);
        topic.newest.addFirst(info);
        if (topic.newest.size() > KEPT) {
            topic.newest.removeLast();
        }
        topic.reasons.merge(
                info.reason(),
                new OpsSnapshot.Reason(info.reason(), 1, info),
                (old, one) -> new OpsSnapshot.Reason(info.reason(), old.count() + 1, info));
    }

    /** @param counts records in each topic now */
    synchronized List<OpsSnapshot.DeadLetterTopic> topics(Map<String, Long> counts) {
        List<OpsSnapshot.DeadLetterTopic> all = new ArrayList<>();
        topics.forEach((name, topic) -> all.add(new OpsSnapshot.DeadLetterTopic(
                name,
                counts.getOrDefault(
                        name,
                        topic.reasons.values().stream()
                                .mapToLong(OpsSnapshot.Reason::count)
                                .sum()),
                // What was kept once is not listed when Kafka keeps none of it.
                counts.getOrDefault(name, 1L) == 0
                        ? List.of()
                        : topic.reasons.values().stream()
                                .sorted(Comparator.comparingLong(OpsSnapshot.Reason::count)
                                        .reversed())
                                .toList())));
        return all;
    }

    /**
     * Newest first; null for a topic that is none of these.
     *
     * @param topic null for all of them
     * @param key   of the records, or null for any
     */
    synchronized List<OpsSnapshot.DeadLetterInfo> newest(String topic, String key, int limit) {
        if (topic != null && !topics.containsKey(topic)) {
            return null;
        }
        Collection<Topic> some = topic == null ? topics.values() : List.of(topics.get(topic));
        return some.stream()
                .flatMap(one -> one.newest.stream())
                .filter(info -> key == null || cut(key, KEY_LENGTH).equals(info.key()))
                // The order within a topic is kept where times are the same.
                .sorted(Comparator.comparing(OpsSnapshot.DeadLetterInfo::at).reversed())
                .limit(limit)
                .toList();
    }

    /** How many are kept in mind, of all topics. */
    synchronized long looked() {
        return topics.values().stream().mapToLong(topic -> topic.newest.size()).sum();
    }

    private static OpsSnapshot.DeadLetterInfo info(ConsumerRecord<byte[], byte[]> record) {
        String reason = MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_REASON);
        return new OpsSnapshot.DeadLetterInfo(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                reason == null ? "unknown" : reason,
                cut(MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_DETAIL), DETAIL_LENGTH),
                MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_SERVICE),
                key(record.key()),
                MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_TOPIC),
                integer(MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_PARTITION)),
                number(MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_OFFSET)),
                Math.max(0, record.serializedValueSize()));
    }

    private static String key(byte[] key) {
        return key == null ? null : cut(new String(key, StandardCharsets.UTF_8), KEY_LENGTH);
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static Integer integer(String header) {
        Long number = number(header);
        return number == null ? null : number.intValue();
    }

    /** Null for what is no number: anybody may have written the header. */
    private static Long number(String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.valueOf(header) : null;
    }

    private static final class Topic {
        private final Map<String, OpsSnapshot.Reason> reasons = new LinkedHashMap<>();
        private final Deque<OpsSnapshot.DeadLetterInfo> newest = new ArrayDeque<>();
    }
}
