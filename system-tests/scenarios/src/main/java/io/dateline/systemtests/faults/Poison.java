package io.dateline.systemtests.faults;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.systemtests.corpus.WideCorpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records that can never be processed, and knows where they lie. */
final class Poison implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final WideCorpus corpus = new WideCorpus();
    private final List<Place> places = new ArrayList<>();
    private int serial;

    Poison(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One of each kind: no JSON, JSON of another shape, nothing at all, and a character that PostgreSQL refuses. */
    void spill() {
        for (String topic : List.of(Topics.RAW, Topics.ENRICHED)) {
            send(record(topic, "{\"id\": \"text-", "broken"));
            send(record(topic, "[1, 2, 3]", "other"));
            send(record(topic, "", "empty"));
        }
        send(withNul());
    }

    private ProducerRecord<byte[], byte[]> record(String topic, String value, String key) {
        return new ProducerRecord<>(
                topic, (key + serial++).getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** A good enriched article but for U+0000 in its title: JSON carries it, PostgreSQL's text does not. */
    private ProducerRecord<byte[], byte[]> withNul() {
        EnrichedArticle article = corpus.article(serial++);
        String json = new String(MessageCodec.encode(article), StandardCharsets.UTF_8);
        String nul = json.replaceFirst("\"title\":\"", "\"title\":\"\\\\u0000");
        if (nul.equals(json)) {
            throw new IllegalStateException("an enriched article without a title");
        }
        return new ProducerRecord<>(
                Topics.ENRICHED,
                null,
                article.article().id().getBytes(StandardCharsets.UTF_8),
                nul.getBytes(StandardCharsets.UTF_8),
                MessageCodec.headers(article, "/enrich", article.article().fetchedAt(), null));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            var at = producer.send(record).get();
            places.add(new Place(at.topic(), at.partition(), at.offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("poison could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where all of it lies. */
    List<Place> places() {
        return List.copyOf(places);
    }

    @Override
    public void close() {
        producer.close();
    }
}
