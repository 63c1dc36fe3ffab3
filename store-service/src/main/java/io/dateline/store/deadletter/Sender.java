package io.dateline.store.deadletter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records on their topics for one request, and waits for the broker: seconds, as somebody waits for the answer. */
final class Sender implements AutoCloseable {
    /** Clients of one name at the same time make the client library complain. */
    private static final AtomicLong OPENED = new AtomicLong();

    private final KafkaProducer<byte[], byte[]> producer;

    Sender(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "store-replays-" + OPENED.incrementAndGet(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        // A dead letter is a whole article message and its reason headers.
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        9_437_184,
                        // Each is waited for: nothing comes that could travel with it.
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        4_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        8_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Empty where the broker took it. */
    Optional<KafkaException> send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (KafkaException e) {
            return Optional.of(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
