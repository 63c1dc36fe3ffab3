package io.dateline.store.testing;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.topic.Topics;
import io.dateline.testinfra.TestInfra;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records into dead-letter topics as services do, as if their cause had been there when they came. */
public final class Buried {
    private Buried() {}

    /** Of the live lane's enriched articles, with their type; says where it lies. */
    public static RecordMetadata enriched(String key, byte[] value, String detail, int replays) {
        return letter(
                Topics.ENRICHED,
                key,
                value,
                MessageType.ENRICHED_ARTICLE.ceType(),
                DeadLetterReason.UNSTORABLE,
                detail,
                replays);
    }

    /** @param replays of its header; without one where it is 0 */
    public static RecordMetadata letter(
            String topic,
            String key,
            byte[] value,
            String ceType,
            DeadLetterReason reason,
            String detail,
            int replays) {
        ConsumerRecord<byte[], byte[]> read = new ConsumerRecord<>(topic, 3, 77, bytes(key), value);
        read.headers().add(MessageHeaders.CE_TYPE, bytes(ceType));
        read.headers().add("x-own", bytes("kept"));
        if (replays > 0) {
            read.headers().add(MessageHeaders.REPLAYS, bytes(Integer.toString(replays)));
        }
        DeadLetter letter = DeadLetter.of(read, reason, detail, "store");
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(
                            letter.topic(),
                            null,
                            null,
                            letter.key(),
                            letter.value(),
                            List.of(letter.headers().toArray())))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the letter was not taken", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
