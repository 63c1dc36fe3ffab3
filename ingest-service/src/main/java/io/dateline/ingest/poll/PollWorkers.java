package io.dateline.ingest.poll;

import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.StoreUnavailable;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.publish.Intake;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Runs the poller in a few threads of this instance. */
@ApplicationScoped
class PollWorkers {
    private static final Logger LOG = Logger.getLogger(PollWorkers.class);

    private final IngestConfig.Poll config;
    private final Poller poller;
    private final Tracer tracer;
    private ScheduledExecutorService threads;

    PollWorkers(
            IngestConfig config,
            Database database,
            Fetcher fetcher,
            Intake intake,
            InstantSource clock,
            Tracer tracer) {
        this.config = config.poll();
        this.tracer = tracer;
        PollPolicy policy = new PollPolicy(
                this.config.maxBackoff(),
                this.config.minSilence(),
                this.config.silenceFactor(),
                RandomGenerator.getDefault());
        this.poller = new Poller(
                new PollQueue(database, this.config.lease()),
                fetcher,
                DocumentReader.ofFeeds(clock),
                intake,
                policy,
                this.config.hostDelay(),
                clock);
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        threads = Executors.newScheduledThreadPool(config.workers(), task -> new Thread(task, "poll"));
        for (int i = 0; i < config.workers(); i++) {
            threads.scheduleWithFixedDelay(this::work, 0, config.idle().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (threads != null) {
            threads.shutdown();
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                // The lease ends by itself, and whatever was under way is fetched again.
                threads.shutdownNow();
            }
        }
    }

    private void work() {
        try {
            while (!threads.isShutdown() && traced()) {
                // On to the next that is due.
            }
        } catch (StoreUnavailable e) {
            LOG.warn("no feeds are polled while the database is away");
        } catch (RuntimeException e) {
            LOG.error("a poll failed; the feed's lease will end and it will be tried again", e);
        }
    }

    private boolean traced() {
        Span span = tracer.spanBuilder("poll").setNoParent().startSpan();
        try (var scope = span.makeCurrent()) {
            return poller.pollOne();
        } finally {
            span.end();
        }
    }
}
