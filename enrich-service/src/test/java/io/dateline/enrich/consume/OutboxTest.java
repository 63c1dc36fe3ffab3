package io.dateline.enrich.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.contracts.topic.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<Integer> enriched = new ArrayList<>();
    private final List<Integer> buried = new ArrayList<>();
    private boolean stopping;

    /** A broker that takes values up to a size. */
    @SuppressWarnings("unchecked")
    private static MutinyEmitter<byte[]> taking(int most, List<Integer> taken) {
        return (MutinyEmitter<byte[]>) Proxy.newProxyInstance(
                OutboxTest.class.getClassLoader(), new Class<?>[] {MutinyEmitter.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("sendMessage");
                    int size = ((Message<byte[]>) arguments[0]).getPayload().length;
                    if (size > most) {
                        return Uni.createFrom().failure(new RecordTooLargeException("too large"));
                    }
                    taken.add(size);
                    return Uni.createFrom().voidItem();
                });
    }

    private Outbox outbox(int most) {
        return new Outbox(
                taking(most, enriched),
                taking(most, buried),
                new RetryInPlace(
                        "Kafka",
                        e -> {
                            stopping = true;
                            return true;
                        },
                        () -> stopping));
    }

    private static ConsumerRecord<byte[], byte[]> raw(int size) {
        return new ConsumerRecord<>(Topics.RAW, 3, 42, new byte[] {1}, new byte[size]);
    }

    private static Outcome ofSize(int raw, int size) {
        return new Outcome.Enriched(raw(raw), "dl-1", Instant.EPOCH, new byte[size], new RecordHeaders());
    }

    private static String detail(Outcome outcome) {
        return MessageCodec.header(((Outcome.Dead) outcome).letter().headers(), MessageHeaders.DEAD_LETTER_DETAIL);
    }

    @Test
    void whatTheBrokerFindsTooLargeIsADeadLetterAndNothingBehindItWaits() throws Exception {
        // given
        Outcome atLimit = ofSize(50, 100);
        Outcome past = ofSize(60, 101);
        Outcome behind = ofSize(5, 10);

        // when
        List<Outcome> outcomes = outbox(100).send(List.of(atLimit, past, behind));

        // then
        assertThat(outcomes).hasSize(3).contains(atLimit, behind);
        assertThat(((Outcome.Dead) outcomes.get(1)).letter().reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
        assertThat(detail(outcomes.get(1))).isEqualTo("with its tags it has 101 bytes, which the broker does not take");
        assertThat(enriched).containsExactly(100, 10);
        assertThat(buried).containsExactly(60);
    }

    @Test
    void aDeadLetterThatIsTooLargeGoesWithoutItsValue() throws Exception {
        // given
        Outcome dead = new Outcome.Dead(DeadLetter.of(raw(101), DeadLetterReason.UNDECODABLE, "not JSON", "enrich"));

        // when
        List<Outcome> outcomes = outbox(100).send(List.of(dead));

        // then
        assertThat(((Outcome.Dead) outcomes.get(0)).letter().value()).isNull();
        assertThat(detail(outcomes.get(0))).isEqualTo("not JSON; its value of 101 bytes is too large for the broker");
        assertThat(buried).containsExactly(0);
    }

    @Test
    void aBrokerThatTakesNothingIsWaitedFor() {
        // given
        Outbox outbox = outbox(-1);

        // when / then: with the last word of the test's own, that the service stops
        assertThatThrownBy(() -> outbox.send(List.of(ofSize(5, 10)))).isInstanceOf(RetryInPlace.Stopped.class);
        assertThat(enriched).isEmpty();
        assertThat(buried).isEmpty();
    }
}
