package io.dateline.store.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.contracts.topic.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {
    private static final int MOST = 100;

    private final List<Integer> taken = new ArrayList<>();

    /** A broker that takes values up to a size. */
    @SuppressWarnings("unchecked")
    private MutinyEmitter<byte[]> emitter() {
        return (MutinyEmitter<byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MutinyEmitter.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("sendMessage");
                    int size = ((Message<byte[]>) arguments[0]).getPayload().length;
                    if (size > MOST) {
                        return Uni.createFrom().failure(new RecordTooLargeException("too large"));
                    }
                    taken.add(size);
                    return Uni.createFrom().voidItem();
                });
    }

    private static DeadLetter letter(int size) {
        var record = new ConsumerRecord<>(Topics.ENRICHED, 3, 42, new byte[] {1}, new byte[size]);
        return DeadLetter.of(record, DeadLetterReason.UNSTORABLE, "refused", "store");
    }

    @Test
    void whatTheBrokerFindsTooLargeGoesWithoutItsValue() throws Exception {
        // Given
        DeadLetters letters = new KafkaDeadLetters(emitter(), new RetryInPlace("Kafka", e -> false, () -> false));
        // When
        letters.send(List.of(letter(MOST), letter(MOST + 1), letter(1)));
        // Then: dead letters have no order among themselves
        assertThat(taken).containsExactlyInAnyOrder(MOST, 0, 1);
    }
}
