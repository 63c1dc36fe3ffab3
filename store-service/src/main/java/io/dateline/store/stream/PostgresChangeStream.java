package io.dateline.store.stream;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.Filters;
import io.dateline.store.write.Committed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link ChangeStream} on the table: each follower reads up by itself, then takes from what the one tail reads for all. */
@ApplicationScoped
class PostgresChangeStream implements ChangeStream {
    private static final int READERS = 4;

    private final ChangeReader reader;
    private final Filters filters;
    private final StoreConfig.Stream config;
    private final Tail tail;
    /** However many fall behind at once, they leave most connections to questions and wait for each other here. */
    private final ExecutorService catchUp;

    private final AtomicInteger clients = new AtomicInteger();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    PostgresChangeStream(ChangeReader reader, Filters filters, StoreConfig config, MeterRegistry registry) {
        this.reader = reader;
        this.filters = filters;
        this.config = config.stream();
        this.tail = new Tail(reader, this.config.poll(), this.config.buffer());
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
        followers.forEach(follower -> follower.check(config.stall()));
    }

    @Override
    public Multi<List<Change>> follow(long seen, ArticleQuery query) {
        long after = reader.resume(seen);
        if (clients.get() >= config.clients()) {
            throw full();
        }
        ChangeFilter filter = new ChangeFilter(filters.resolve(query));
        return Multi.createFrom().deferred(() -> {
            if (clients.incrementAndGet() > config.clients()) {
                clients.decrementAndGet();
                return Multi.createFrom().failure(full());
            }
            return Multi.createFrom().publisher(client -> follow(filter, after, client));
        });
    }

    private void follow(ChangeFilter filter, long after, Subscriber<? super List<Change>> client) {
        Follower follower = new Follower(filter, after, tail, reader, catchUp, client, this::left);
        followers.add(follower);
        follower.start();
    }

    private void left(Follower follower) {
        followers.remove(follower);
        clients.decrementAndGet();
    }

    private static ProblemException full() {
        return new ProblemException(ProblemCode.TOO_MANY_CLIENTS, "Try again later, or read /api/changes.");
    }
}
