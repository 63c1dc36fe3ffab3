package io.dateline.ingest.publish;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.TraceHeaders;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.IngestConfig;
import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** One channel for each lane. What is on its way at a time is bounded here, so the channels' own buffers are not. */
@ApplicationScoped
class KafkaArticlePublisher implements ArticlePublisher {
    private final MutinyEmitter<byte[]> live;
    private final MutinyEmitter<byte[]> bulk;
    private final Semaphore room;
    private final Duration timeout;

    KafkaArticlePublisher(
            @Channel("articles-raw") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> live,
            @Channel("articles-raw-backfill") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> bulk,
            IngestConfig config) {
        this.live = live;
        this.bulk = bulk;
        this.room = new Semaphore(config.publish().maxInFlight());
        this.timeout = config.publish().timeout();
    }

    @Override
    public void publish(List<RawArticle> articles, Lane lane) {
        long deadline = System.nanoTime() + timeout.toNanos();
        String traceparent = TraceHeaders.traceparent(Context.current());
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>(articles.size());
        try {
            for (RawArticle article : articles) {
                if (!room.tryAcquire(left(deadline), TimeUnit.NANOSECONDS)) {
                    throw new BrokerUnavailable("too many articles wait for the broker", null);
                }
                acknowledgements.add(send(article, lane, traceparent));
            }
            CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                    .get(left(deadline), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new BrokerUnavailable("no acknowledgement within " + timeout, e);
        } catch (ExecutionException e) {
            throw new BrokerUnavailable("the broker refused or was lost", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("stopped while waiting for the broker", e);
        }
    }

    private CompletableFuture<Void> send(RawArticle article, Lane lane, String traceparent) {
        Headers headers = MessageCodec.headers(article, "/ingest", Instant.now(), traceparent);
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(article.id().getBytes(StandardCharsets.UTF_8))
                .withHeaders(headers)
                .build();
        Message<byte[]> message = Message.of(MessageCodec.encode(article), Metadata.of(metadata));
        MutinyEmitter<byte[]> channel = lane == Lane.LIVE ? live : bulk;
        return channel.sendMessage(message)
                .onTermination()
                .invoke(() -> room.release())
                .subscribeAsCompletionStage();
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }
}
