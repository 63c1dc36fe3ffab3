package io.dateline.store.saved;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.ops.DatabaseTime;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.Filters;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.saved.WebhookWorker.Step;
import io.dateline.store.sql.Sql;
import io.dateline.store.stream.ChangeMatches;
import io.dateline.store.work.WorkThread;
import io.dateline.store.write.Committed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Matches changes and sends to webhooks, or waits until the instance that does is gone. */
@ApplicationScoped
class WebhookThread implements WorkThread.Work {
    /** For how long a stop waits for requests under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final StoreConfig.Webhooks config;
    private final AgroalDataSource dataSource;
    private final DatabaseTime clock = new DatabaseTime();
    private final MeterRegistry registry;
    private final ExecutorService senders;
    private final WebhookWorker worker;
    private final WorkThread thread;

    WebhookThread(
            @DataSource("webhooks") AgroalDataSource dataSource,
            ChangeMatches changes,
            Filters filters,
            Letters letters,
            WebhookSender sender,
            Lifecycle lifecycle,
            StoreConfig config,
            MeterRegistry registry) {
        this.config = config.webhooks();
        this.dataSource = dataSource;
        this.registry = registry;
        this.thread = new WorkThread("webhooks", this, this.config.poll());
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
                new Matcher(
                        dataSource,
                        changes::read,
                        filters,
                        lifecycle.instance(),
                        this.config.pending(),
                        clock,
                        this::count),
                new DeliveryQueue(dataSource, retries, this.config.parkAfter(), this.config.parkAfterFailed()),
                letters,
                sender,
                senders,
                new WebhookWorker.Settings(
                        lifecycle.instance(), this.config.senders(), this.config.lease(), this.config.timeout()),
                clock,
                this::count,
                thread::wake);
        for (Outcome outcome : Outcome.values()) {
            counter(outcome);
        }
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofMinutes(10), Duration.ofMinutes(1), this::forget);
        if (config.lease().compareTo(config.timeout()) <= 0) {
            throw new IllegalStateException(
                    "dateline.store.webhooks.lease must be longer than dateline.store.webhooks.timeout");
        }
        if (config.send()) {
            thread.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
        // What is under way then, and of which nobody wrote down what came of it, is sent again.
        thread.stop(PATIENCE.plusSeconds(2));
        senders.shutdownNow();
    }

    void onCommit(@Observes Committed event) {
        thread.wake();
    }

    void forget() throws SQLException {
        DeliveryLog.forget(dataSource, clock.instant(), config.keepFor(), config.keepMost());
    }

    @Override
    public boolean step() throws SQLException {
        Sql.transaction(dataSource, connection -> {
            clock.look(connection);
            return true;
        });
        return worker.step() == Step.WORKED;
    }

    @Override
    public void release() throws SQLException, InterruptedException {
        worker.release(PATIENCE);
    }

    private void count(Outcome outcome) {
        counter(outcome).increment();
    }

    private Counter counter(Outcome outcome) {
        return outcome == Outcome.UNTOLD
                ? registry.counter(MetricNames.WEBHOOK_UNTOLD)
                : registry.counter(MetricNames.WEBHOOK_DELIVERIES, MetricNames.OUTCOME, label(outcome));
    }

    private static String label(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
