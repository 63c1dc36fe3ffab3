package io.dateline.store.saved;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.store.Lifecycle;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.Filters;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.saved.WebhookWorker.Step;
import io.dateline.store.sql.Sql;
import io.dateline.store.stream.ChangeMatches;
import io.dateline.store.write.Committed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Matches changes and sends to webhooks, or waits until the instance that does is gone. */
@ApplicationScoped
class WebhookThread implements Runnable {
    private static final Logger LOG = Logger.getLogger(WebhookThread.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final StoreConfig.Webhooks config;
    private final AgroalDataSource dataSource;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final ExecutorService senders;
    private final WebhookWorker worker;
    private final Object bell = new Object();
    private boolean rung;
    private volatile boolean stopped;
    private Thread thread;

    WebhookThread(
            @DataSource("webhooks") AgroalDataSource dataSource,
            ChangeMatches changes,
            Filters filters,
            Letters letters,
            WebhookSender sender,
            Lifecycle lifecycle,
            StoreConfig config,
            InstantSource clock,
            MeterRegistry registry) {
        this.config = config.webhooks();
        this.dataSource = dataSource;
        this.clock = clock;
        this.registry = registry;
        AtomicInteger number = new AtomicInteger();
        this.senders = Executors.newFixedThreadPool(this.config.senders(), task -> {
            Thread sending = new Thread(task, "webhook-sender-" + number.incrementAndGet());
            sending.setDaemon(true);
            return sending;
        });
        RetrySchedule retries =
                new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());
        this.worker = new WebhookWorker(
                dataSource,
                new Matcher(dataSource, changes, filters, lifecycle.instance(), this.config.pending(), clock),
                new DeliveryQueue(dataSource, retries, this.config.parkAfter(), this.config.parkAfterFailed()),
                letters,
                sender,
                senders,
                new WebhookWorker.Settings(
                        lifecycle.instance(), this.config.senders(), this.config.lease(), this.config.timeout()),
                clock,
                this::count,
                this::wake);
        for (Outcome outcome : Outcome.values()) {
            registry.counter(MetricNames.WEBHOOK_DELIVERIES, MetricNames.OUTCOME, label(outcome));
        }
    }

    void onStart(@Observes StartupEvent event) {
        if (config.lease().compareTo(config.timeout()) <= 0) {
            throw new IllegalStateException(
                    "dateline.store.webhooks.lease must be longer than dateline.store.webhooks.timeout");
        }
        if (config.send()) {
            thread = new Thread(this, "webhooks");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            // What is under way then, and of which nobody wrote down what came of it, is sent again.
            thread.join(Duration.ofSeconds(5).toMillis());
        }
        senders.shutdownNow();
    }

    void onCommit(@Observes Committed event) {
        wake();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        Sql.transaction(
                dataSource,
                connection -> DeliveryLog.forget(connection, clock.instant(), config.keepFor(), config.keepMost()));
    }

    @Override
    public void run() {
        boolean failing = false;
        while (!stopped) {
            try {
                Step step = worker.step();
                failing = false;
                if (step != Step.WORKED) {
                    await(config.poll());
                }
            } catch (SQLException | ProblemException e) {
                // Webhooks wait for the database: nothing is lost, positions stand.
                if (!failing) {
                    LOG.warnf("webhooks wait: %s", e.getClass().getSimpleName());
                }
                failing = true;
                pause();
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.error("the webhooks stumbled and try again", e);
                }
                failing = true;
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
        release();
    }

    private void release() {
        try {
            worker.release();
        } catch (SQLException e) {
            LOG.debugf("the lease runs out by itself: %s", e.getSQLState());
        }
    }

    private void wake() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    private void await(Duration pause) throws InterruptedException {
        synchronized (bell) {
            if (!rung) {
                bell.wait(pause.toMillis());
            }
            rung = false;
        }
    }

    private void pause() {
        synchronized (bell) {
            try {
                if (!stopped) {
                    bell.wait(AFTER_FAILURE.toMillis());
                }
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }

    private void count(Outcome outcome) {
        registry.counter(MetricNames.WEBHOOK_DELIVERIES, MetricNames.OUTCOME, label(outcome))
                .increment();
    }

    private static String label(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
