package io.dateline.store.stream;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.Filters;
import io.dateline.store.stream.ChangeReader.Found;
import io.dateline.store.write.Committed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** {@link ChangeStream} on the table: each follower reads up by itself, then the one tail serves it. */
@ApplicationScoped
class PostgresChangeStream implements ChangeStream {
    private static final int PAGE = 200;
    private static final int READERS = 4;

    private final ChangeReader reader;
    private final Filters filters;
    private final StoreConfig.Stream config;
    private final Tail tail;
    /** However many fall behind at once, they leave most connections to questions and wait for each other here. */
    private final ExecutorService catchUp;

    private final AtomicInteger clients = new AtomicInteger();
    private final Set<StallWatch> watches = ConcurrentHashMap.newKeySet();

    PostgresChangeStream(ChangeReader reader, Filters filters, StoreConfig config, MeterRegistry registry) {
        this.reader = reader;
        this.filters = filters;
        this.config = config.stream();
        this.tail = new Tail(reader, this.config.poll());
        this.catchUp = Executors.newFixedThreadPool(READERS, task -> {
            Thread thread = new Thread(task, "change-catch-up");
            thread.setDaemon(true);
            return thread;
        });
        registry.gauge(MetricNames.STREAM_CLIENTS, clients);
        registry.gauge(MetricNames.STREAM_CLIENTS_LIMIT, this.config, StoreConfig.Stream::clients);
    }

    void onStart(@Observes StartupEvent event) {
        Thread thread = new Thread(tail, "change-tail");
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        tail.stop();
        catchUp.shutdownNow();
    }

    void onCommit(@Observes Committed event) {
        tail.wake();
    }

    @Override
    public int clients() {
        return clients.get();
    }

    @Override
    public long last() {
        return reader.last();
    }

    @Scheduled(every = "1s")
    void endThoseWhoStall() {
        watches.forEach(watch -> watch.check(config.stall()));
    }

    @Override
    public Multi<Change> follow(long seen, ArticleQuery query) {
        long after = reader.resume(seen);
        if (clients.get() >= config.clients()) {
            throw full();
        }
        return Multi.createFrom().deferred(() -> {
            if (clients.incrementAndGet() > config.clients()) {
                clients.decrementAndGet();
                return Multi.createFrom().failure(full());
            }
            AtomicBoolean left = new AtomicBoolean();
            StallWatch watch = new StallWatch();
            watches.add(watch);
            Multi<Change> changes = Uni.createFrom()
                    .item(() -> new ChangeFilter(filters.resolve(query)))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .onItem()
                    .transformToMulti(filter -> rounds(filter, new AtomicLong(after), watch));
            return Multi.createBy()
                    .merging()
                    .withRequests(1)
                    .streams(changes, watch.end())
                    .onItem()
                    .invoke(watch::took)
                    .onTermination()
                    .invoke(() -> {
                        if (left.compareAndSet(false, true)) {
                            clients.decrementAndGet();
                            watches.remove(watch);
                        }
                    });
        });
    }

    /** One that falls behind in a burst reads up from the table at its own pace and follows again. */
    private Multi<Change> rounds(ChangeFilter filter, AtomicLong taken, StallWatch watch) {
        return Multi.createBy()
                .repeating()
                .supplier(taken::get)
                .indefinitely()
                .onItem()
                .transformToMultiAndConcatenate(round -> Multi.createFrom()
                        .deferred(
                                () -> pastThenLive(new Follower(filter, taken.get(), config.buffer()), taken, watch)));
    }

    private Multi<Change> pastThenLive(Follower follower, AtomicLong taken, StallWatch watch) {
        Multi<Change> past = Multi.createBy()
                .repeating()
                .uni(() -> page(follower, watch))
                .whilst(page -> !page.isEmpty())
                .onItem()
                .transformToIterable(page -> page)
                .onItem()
                .invoke(found -> taken.set(found.change().seq()))
                .select()
                .where(follower::wants)
                .onItem()
                .transform(Found::change);
        // Entering may read from the database.
        Multi<Change> live = follower.live(tail)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .invoke(change -> taken.set(change.seq()))
                .onFailure(BackPressureFailure.class)
                .invoke(watch::owed)
                .onFailure(BackPressureFailure.class)
                .recoverWithCompletion();
        return Multi.createBy().concatenating().streams(past, live);
    }

    private Uni<List<Found>> page(Follower follower, StallWatch watch) {
        // Until it is read, it is not the client that is waited for.
        watch.caughtUp();
        return Uni.createFrom()
                .item(() ->
                        reader.read(follower.position(), PAGE, follower.filter().deep()))
                .runSubscriptionOn(catchUp)
                .onItem()
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        watch.owed();
                    }
                });
    }

    private static ProblemException full() {
        return new ProblemException(ProblemCode.TOO_MANY_CLIENTS, "Try again later, or read /api/changes.");
    }
}
