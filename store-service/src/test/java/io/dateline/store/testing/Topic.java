package io.dateline.store.testing;

import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.message.RecordPosition;
import io.dateline.contracts.topic.Topics;
import io.dateline.testinfra.TestInfra;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends to the topic of enriched articles, all to one partition so that a batch holds them together, and reads back. */
public final class Topic implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public Topic() {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TestInfra.get().kafkaBootstrap(),
                        "acks",
                        "all",
                        // Records of one flush travel, and are polled, together.
                        "linger.ms",
                        50,
                        "batch.size",
                        1_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void send(EnrichedArticle... articles) {
        for (EnrichedArticle article : articles) {
            send(article, MessageType.ENRICHED_ARTICLE.ceType());
        }
        producer.flush();
    }

    public void send(EnrichedArticle article, String ceType) {
        send(article, ceType, null);
    }

    /** @param raw the record it says it was made of, or null */
    public void send(EnrichedArticle article, String ceType, RecordPosition raw) {
        var headers = MessageCodec.headers(
                article, "/test", Instant.now(), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        headers.remove("ce_type");
        headers.add("ce_type", ceType.getBytes(StandardCharsets.UTF_8));
        if (raw != null) {
            raw.addAsRaw(headers);
        }
        producer.send(new ProducerRecord<>(
                Topics.ENRICHED,
                0,
                article.article().id().getBytes(StandardCharsets.UTF_8),
                MessageCodec.encode(article),
                headers));
    }

    /** As enrich answers a reprocessing. */
    public void answer(EnrichedArticle article, long reprocessing) {
        var headers = MessageCodec.headers(article, "/test", Instant.now(), null);
        headers.add("dl_reprocessing", Long.toString(reprocessing).getBytes(StandardCharsets.UTF_8));
        producer.send(new ProducerRecord<>(
                Topics.ENRICHED_BACKFILL,
                0,
                article.article().id().getBytes(StandardCharsets.UTF_8),
                MessageCodec.encode(article),
                headers));
        producer.flush();
    }

    /** As it stands, with the type of an enriched article. */
    public void sendBytes(String key, byte[] value) {
        List<Header> headers = List.of(new RecordHeader(
                "ce_type", MessageType.ENRICHED_ARTICLE.ceType().getBytes(StandardCharsets.UTF_8)));
        producer.send(new ProducerRecord<>(Topics.ENRICHED, 0, key.getBytes(StandardCharsets.UTF_8), value, headers));
    }

    public void send(Sighting... sightings) {
        for (Sighting sighting : sightings) {
            var headers = MessageCodec.headers(sighting, "/test", Instant.now(), null);
            byte[] key = sighting.articleId().getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.SIGHTINGS, 0, key, MessageCodec.encode(sighting), headers));
        }
        producer.flush();
    }

    /** As it stands, with the type of a sighting. */
    public void sendBrokenSighting(String key, byte[] value) {
        List<Header> headers = List.of(
                new RecordHeader("ce_type", MessageType.SIGHTING.ceType().getBytes(StandardCharsets.UTF_8)));
        producer.send(new ProducerRecord<>(Topics.SIGHTINGS, 0, key.getBytes(StandardCharsets.UTF_8), value, headers));
    }

    public void flush() {
        producer.flush();
    }

    /** Everything in the dead-letter topic of the live lane whose key ends so. */
    public static List<ConsumerRecord<byte[], byte[]>> deadLetters(String keyEnd) {
        return deadLetters(Topics.ENRICHED, keyEnd);
    }

    /** As above, of what was read from that topic. */
    public static List<ConsumerRecord<byte[], byte[]>> deadLetters(String topic, String keyEnd) {
        return records(Topics.deadLetter(topic), keyEnd);
    }

    /** Everything in a topic whose key ends so. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String topic, String keyEnd) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).endsWith(keyEnd)) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        producer.close();
    }
}
