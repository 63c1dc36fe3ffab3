package io.dateline.systemtests.corpus;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes enriched articles to their topic as the enrich service does. */
public final class EnrichedTopic implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public EnrichedTopic(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "linger.ms",
                        20,
                        "batch.size",
                        262_144,
                        "compression.type",
                        "zstd"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void send(EnrichedArticle article) {
        producer.send(new ProducerRecord<>(
                Topics.ENRICHED,
                null,
                article.article().id().getBytes(StandardCharsets.UTF_8),
                MessageCodec.encode(article),
                MessageCodec.headers(article, "/enrich", article.article().fetchedAt(), null)));
    }

    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
