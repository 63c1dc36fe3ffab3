package io.dateline.store.write;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.ops.RetryInPlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends dead letters through the outgoing channel, a few at a time, and waits for the broker. */
final class KafkaDeadLetters implements DeadLetters {
    /** Below the emitter's buffer, whose overflow would be a failure. */
    private static final int AT_ONCE = 32;
    /** Longer than the producer itself keeps trying (delivery.timeout.ms). */
    private static final Duration LIMIT = Duration.ofSeconds(150);

    private final MutinyEmitter<byte[]> emitter;
    private final RetryInPlace retry;

    KafkaDeadLetters(MutinyEmitter<byte[]> emitter, RetryInPlace retry) {
        this.emitter = emitter;
        this.retry = retry;
    }

    @Override
    public void send(List<DeadLetter> letters) throws Exception {
        for (int from = 0; from < letters.size(); from += AT_ONCE) {
            List<DeadLetter> part = letters.subList(from, Math.min(letters.size(), from + AT_ONCE));
            retry.call(() -> {
                List<Uni<Void>> sent = part.stream().map(this::send).toList();
                return Uni.join().all(sent).andCollectFailures().await().atMost(LIMIT);
            });
        }
    }

    /** What the broker finds too large goes without its value: no other try would go better. */
    private Uni<Void> send(DeadLetter letter) {
        return emitter.sendMessage(message(letter))
                .onFailure(refusal -> DeadLetter.isTooLarge(refusal) && letter.value() != null)
                .recoverWithUni(() -> send(letter.withoutValue()));
    }

    private static Message<byte[]> message(DeadLetter letter) {
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(letter.topic())
                .withKey(letter.key())
                .withHeaders(letter.headers())
                .build();
        // A record without a value is a dead letter too, but an emitter takes no null.
        byte[] value = letter.value() == null ? new byte[0] : letter.value();
        return Message.of(value, Metadata.of(metadata));
    }
}
