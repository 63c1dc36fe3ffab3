package io.dateline.ingest.feed;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.ops.Rounds;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.StoreUnavailable;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells {@code feeds.status} how each feed fares; a deleted one gets a tombstone. */
@ApplicationScoped
class FeedStatusPublisher {
    private static final Logger LOG = Logger.getLogger(FeedStatusPublisher.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int BATCH = 100;

    private final FeedStatusOutbox outbox;
    private final MutinyEmitter<Record<byte[], byte[]>> channel;
    private final InstantSource clock;

    FeedStatusPublisher(
            Database database,
            @Channel("feeds-status") MutinyEmitter<Record<byte[], byte[]>> channel,
            InstantSource clock) {
        this.outbox = new FeedStatusOutbox(database);
        this.channel = channel;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::tell);
    }

    void tell() {
        try {
            for (FeedStatusOutbox.Word word : outbox.waiting(BATCH)) {
                byte[] value = word.feed()
                        .map(feed -> MessageCodec.encode(feed.status(clock.instant())))
                        .orElse(null);
                channel.send(Record.of(word.feedId().getBytes(StandardCharsets.UTF_8), value))
                        .await()
                        .atMost(TIMEOUT);
                outbox.told(word);
            }
        } catch (StoreUnavailable e) {
            LOG.warn("feed status waits: the database is away");
        } catch (RuntimeException e) {
            LOG.warnf("feed status waits: %s", e.toString());
        }
    }
}
