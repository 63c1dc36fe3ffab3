package io.dateline.ingest.poll;

import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.Rounds;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.StoreUnavailable;
import io.dateline.ingest.page.PageQueue;
import io.dateline.ingest.page.PageWork;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.publish.BrokerUnavailable;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.websub.HubWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Runs this instance's share of the polling. */
@ApplicationScoped
class PollWorkers {
    private static final Logger LOG = Logger.getLogger(PollWorkers.class);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final IngestConfig.Poll config;
    private final PageWork pages;
    private final PollLoop loop;
    private Thread thread;

    PollWorkers(
            IngestConfig config,
            Database database,
            Fetcher fetcher,
            Intake intake,
            IdentityStore identities,
            CanonicalUrl urls,
            PageWork pages,
            HubWork hubs,
            MeterRegistry registry,
            InstantSource clock,
            Tracer tracer) {
        this.config = config.poll();
        this.pages = pages;
        FeedIntake feedIntake = new FeedIntake(
                intake,
                identities,
                urls,
                new PageQueue(database),
                fetcher,
                config.page().patience());
        Outcomes outcomes = new Outcomes(
                new PollPolicy(this.config.maxInterval(), this.config.maxBackoff(), RandomGenerator.getDefault()),
                new FeedJudge(this.config.minSilence()),
                new MovePolicy(this.config.movedPolls(), this.config.movedFor()),
                this.config.hostDelay());
        this.loop = new PollLoop(
                new PollQueue(database, new HostTurns(this.config.lease())),
                new Poller(fetcher, DocumentReader.ofFeeds(clock), feedIntake, hubs, outcomes, clock),
                pages,
                hubs,
                tracer,
                new PollMetrics(registry),
                this.config.workers(),
                this.config.idle());
    }

    void start(@Observes StartupEvent started, Rounds rounds) {
        rounds.every(Duration.ofSeconds(20), this::giveUp);
        if (config.enabled()) {
            thread = new Thread(loop, "poll");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (thread != null) {
            loop.stop(STOPPING);
            thread.join(STOPPING.toMillis());
        }
    }

    void giveUp() {
        try {
            while (config.enabled() && pages.giveUp() > 0) {
                // On to those that have waited too long as well.
            }
        } catch (StoreUnavailable | BrokerUnavailable e) {
            LOG.warnf("items that wait for their pages go on waiting: %s", e.getMessage());
        }
    }
}
