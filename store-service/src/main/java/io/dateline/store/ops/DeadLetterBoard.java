package io.dateline.store.ops;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.topic.TopicCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts dead letters by topic and reason, and keeps what the headers of the newest say. Thread-safe. */
final class DeadLetterBoard {
    /** Listed by {@code GET /api/dead-letters}, of each topic. */
    static final int KEPT = 200;

    private static final int KEY_LENGTH = 200;

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
        topic.newest.add(0, info);
        if (topic.newest.size() > KEPT) {
            topic.newest.remove(KEPT);
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

    /** Newest first; null for a topic that is none of these. */
    synchronized List<OpsSnapshot.DeadLetterInfo> newest(String topic, int limit) {
        Topic known = topics.get(topic);
        return known == null ? null : List.copyOf(known.newest.subList(0, Math.min(limit, known.newest.size())));
    }

    private static OpsSnapshot.DeadLetterInfo info(ConsumerRecord<byte[], byte[]> record) {
        String reason = MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_REASON);
        return new OpsSnapshot.DeadLetterInfo(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                reason == null ? "unknown" : reason,
                MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_DETAIL),
                MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_SERVICE),
                key(record.key()),
                MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_TOPIC),
                integer(MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_PARTITION)),
                number(MessageCodec.header(record.headers(), MessageHeaders.DEAD_LETTER_OFFSET)),
                Math.max(0, record.serializedValueSize()));
    }

    private static String key(byte[] key) {
        if (key == null) {
            return null;
        }
        String text = new String(key, StandardCharsets.UTF_8);
        return text.length() > KEY_LENGTH ? text.substring(0, KEY_LENGTH) : text;
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
        private final List<OpsSnapshot.DeadLetterInfo> newest = new ArrayList<>();
    }
}
