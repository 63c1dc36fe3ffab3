package io.dateline.systemtests.bench.connect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Enriched articles as Kafka Connect's JSON converter wants them: one flat row for each, with its schema beside it. Texts and
 * tags are the same as in our own topic; the tags are one JSON document for each kind.
 */
final class FlatTopic implements AutoCloseable {
    /** Name, type, and Connect's or Debezium's name for what the type means, or none. */
    private static final List<List<String>> FIELDS = List.of(
            List.of("id", "string"),
            List.of("revision", "int32"),
            List.of("source", "string"),
            List.of("url", "string"),
            List.of("language", "string"),
            List.of("published_at", "int64", "org.apache.kafka.connect.data.Timestamp"),
            List.of("title", "string"),
            List.of("body", "string"),
            List.of("entities", "string", "io.debezium.data.Json"),
            List.of("topics", "string", "io.debezium.data.Json"),
            List.of("events", "string", "io.debezium.data.Json"),
            List.of("quotes", "string", "io.debezium.data.Json"));

    private static final ObjectNode SCHEMA = schema();

    private final String name;
    private final KafkaProducer<byte[], byte[]> producer;

    /** @param partitions of the topic, which is created */
    FlatTopic(String bootstrap, String name, int partitions) {
        this.name = name;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 20, "compression.type", "zstd"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(EnrichedArticle enriched) {
        producer.send(new ProducerRecord<>(
                name,
                enriched.article().id().getBytes(StandardCharsets.UTF_8),
                MessageCodec.encode(message(enriched))));
    }

    private static ObjectNode message(EnrichedArticle enriched) {
        RawArticle article = enriched.article();
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("schema", SCHEMA);
        message.putObject("payload")
                .put("id", article.id())
                .put("revision", article.revision())
                .put("source", article.source().id())
                .put("url", article.url())
                .put("language", enriched.language().code())
                .put("published_at", article.publishedAt().toEpochMilli())
                .put("title", article.title())
                .put("body", article.body())
                .put("entities", json(enriched.entities()))
                .put("topics", json(enriched.topics()))
                .put("events", json(enriched.events()))
                .put("quotes", json(enriched.quotes()));
        return message;
    }

    private static String json(Object tags) {
        return new String(MessageCodec.encode(tags), StandardCharsets.UTF_8);
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "struct").put("optional", false).put("name", "article");
        ArrayNode fields = schema.putArray("fields");
        for (List<String> field : FIELDS) {
            ObjectNode node = fields.addObject()
                    .put("field", field.get(0))
                    .put("type", field.get(1))
                    .put("optional", false);
            if (field.size() > 2) {
                node.put("name", field.get(2)).put("version", 1);
            }
        }
        return schema;
    }

    @Override
    public void close() {
        producer.close();
    }
}
