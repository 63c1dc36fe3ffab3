package io.dateline.enrich.consume;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.ops.RetryInPlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends what a batch came to and waits until the broker has all of it, however long that takes. */
final class Outbox {
    /** Longer than the producer itself keeps trying (delivery.timeout.ms). */
    private static final Duration LIMIT = Duration.ofSeconds(150);

    private final MutinyEmitter<byte[]> enriched;
    private final MutinyEmitter<byte[]> deadLetters;
    private final RetryInPlace retry;

    Outbox(MutinyEmitter<byte[]> enriched, MutinyEmitter<byte[]> deadLetters, RetryInPlace retry) {
        this.enriched = enriched;
        this.deadLetters = deadLetters;
        this.retry = retry;
    }

    /**
     * Returns when every outcome is safe on its topic; if one failed, all are sent again. What the broker finds too large
     * becomes a dead letter, at last without its value: no other try would go better, and what is behind it must not wait.
     *
     * @param outcomes fewer than the emitters' buffer holds, whose overflow would be a failure
     * @return what became of them, in their order
     */
    List<Outcome> send(List<Outcome> outcomes) throws Exception {
        return retry.call(() -> {
            List<Uni<Outcome>> sent = outcomes.stream().map(this::settle).toList();
            // Subscribed together and in order; the slowest acknowledgement ends the wait.
            return Uni.join().all(sent).andCollectFailures().await().atMost(LIMIT);
        });
    }

    private Uni<Outcome> settle(Outcome outcome) {
        return send(outcome)
                .replaceWith(outcome)
                .onFailure(DeadLetter::isTooLarge)
                .recoverWithUni(refusal -> smaller(outcome)
                        .map(this::settle)
                        .orElseGet(() -> Uni.createFrom().failure(refusal)));
    }

    private static Optional<Outcome> smaller(Outcome outcome) {
        if (outcome instanceof Outcome.Enriched message) {
            return Optional.of(RecordEnricher.dead(
                    message.record(),
                    DeadLetterReason.TOO_LARGE,
                    "with its tags it has " + message.value().length + " bytes, which the broker does not take"));
        }
        DeadLetter letter = ((Outcome.Dead) outcome).letter();
        return letter.value() == null ? Optional.empty() : Optional.of(new Outcome.Dead(letter.withoutValue()));
    }

    private Uni<Void> send(Outcome outcome) {
        return outcome instanceof Outcome.Enriched message
                ? enriched.sendMessage(message(message))
                : deadLetters.sendMessage(message(((Outcome.Dead) outcome).letter()));
    }

    private static Message<byte[]> message(Outcome.Enriched message) {
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(message.id().getBytes(StandardCharsets.UTF_8))
                .withHeaders(message.headers())
                .build();
        return Message.of(message.value(), Metadata.of(metadata));
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
