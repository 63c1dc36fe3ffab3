package io.dateline.store.reprocess;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends stored articles to enrich once more. */
@ApplicationScoped
class BulkLane {
    /** Longer than the producer itself keeps trying (delivery.timeout.ms). */
    private static final Duration LIMIT = Duration.ofSeconds(35);

    private final MutinyEmitter<byte[]> emitter;
    private final InstantSource clock;

    BulkLane(@Channel("articles-raw-backfill") MutinyEmitter<byte[]> emitter, InstantSource clock) {
        this.emitter = emitter;
        this.clock = clock;
    }

    /**
     * Returns when Kafka has all of them.
     *
     * @param reprocessing its number, which comes back with the tags
     * @throws ProblemException {@code broker-unavailable}; some of them may have arrived
     */
    void send(List<RawArticle> articles, long reprocessing) {
        List<Uni<Void>> sent = articles.stream()
                .map(article -> emitter.sendMessage(message(article, reprocessing)))
                .toList();
        if (!sent.isEmpty()) {
            try {
                Uni.join().all(sent).andCollectFailures().await().atMost(LIMIT);
            } catch (CompletionException | CompositeException | TimeoutException e) {
                throw new ProblemException(ProblemCode.BROKER_UNAVAILABLE, "They are sent again.");
            }
        }
    }

    private Message<byte[]> message(RawArticle article, long reprocessing) {
        Headers headers = MessageCodec.headers(article, "/store", clock.instant(), null);
        headers.add(MessageHeaders.REPROCESSING, Long.toString(reprocessing).getBytes(StandardCharsets.UTF_8));
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(article.id().getBytes(StandardCharsets.UTF_8))
                .withHeaders(headers)
                .build();
        return Message.of(MessageCodec.encode(article), Metadata.of(metadata));
    }
}
