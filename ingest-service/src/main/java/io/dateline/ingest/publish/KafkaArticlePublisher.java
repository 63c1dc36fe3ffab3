package io.dateline.ingest.publish;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.TraceHeaders;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.IngestConfig;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** One channel for each lane, and one for the sightings of both. What is on its way at a time is bounded here, so the channels' own buffers are not. */
@ApplicationScoped
class KafkaArticlePublisher implements ArticlePublisher, SightingPublisher {
    private static final String SOURCE = "/ingest";

    private final MutinyEmitter<byte[]> live;
    private final MutinyEmitter<byte[]> bulk;
    private final MutinyEmitter<byte[]> sightings;
    private final InFlight inFlight;

    KafkaArticlePublisher(
            @Channel("articles-raw") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> live,
            @Channel("articles-raw-backfill") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> bulk,
            @Channel("articles-sightings") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> sightings,
            IngestConfig config) {
        this.live = live;
        this.bulk = bulk;
        this.sightings = sightings;
        this.inFlight =
                new InFlight(config.publish().maxInFlight(), config.publish().timeout());
    }

    @Override
    public void publish(List<RawArticle> articles, Lane lane) {
        String traceparent = TraceHeaders.traceparent(Context.current());
        MutinyEmitter<byte[]> channel = lane == Lane.LIVE ? live : bulk;
        inFlight.sendAll(articles, article -> {
            Headers headers = MessageCodec.headers(article, SOURCE, Instant.now(), traceparent);
            return send(channel, article.id(), MessageCodec.encode(article), headers);
        });
    }

    @Override
    public void publish(List<Sighting> seen) {
        String traceparent = TraceHeaders.traceparent(Context.current());
        inFlight.sendAll(seen, sighting -> {
            Headers headers = MessageCodec.headers(sighting, SOURCE, Instant.now(), traceparent);
            return send(sightings, sighting.articleId(), MessageCodec.encode(sighting), headers);
        });
    }

    private static Uni<Void> send(MutinyEmitter<byte[]> channel, String id, byte[] value, Headers headers) {
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(id.getBytes(StandardCharsets.UTF_8))
                .withHeaders(headers)
                .build();
        Message<byte[]> message = Message.of(value, Metadata.of(metadata));
        return channel.sendMessage(message);
    }
}
