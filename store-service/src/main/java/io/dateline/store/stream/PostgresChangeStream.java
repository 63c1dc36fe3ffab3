package io.dateline.store.stream;

import io.dateline.contracts.access.Caller;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.Filters;
import io.dateline.store.write.Committed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.function.Supplier;

/** {@link ChangeStream} on the table: each follower reads up by itself, then takes from what the one tail reads for all. */
@ApplicationScoped
class PostgresChangeStream implements ChangeStream {
    private static final int READERS = 4;
    /** One caller may have this part of all places. */
    private static final int SHARES = 5;
    /** They wait for each other, and leave the connections to others. */
    private static final int READERS_APART = 2;

    private static final Duration APART = Duration.ofMinutes(10);

    private final ChangeReader reader;
    private final Filters filters;
    private final StoreConfig.Stream config;
    private final Tail tail;
    /** However many fall behind at once, they leave most connections to questions and wait for each other here. */
    private final ExecutorService catchUp;

    private final ExecutorService apart;

    private final Caller caller;
    private final MeterRegistry registry;
    private final Places places;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    PostgresChangeStream(
            ChangeReader reader, Filters filters, StoreConfig config, MeterRegistry registry, Caller caller) {
        this.reader = reader;
        this.filters = filters;
        this.config = config.stream();
        Counter setApart = registry.counter(MetricNames.STREAM_SET_APART);
        this.tail = new Tail(
                reader,
                this.config.poll(),
                this.config.buffer(),
                new Expense(this.config.dear(), APART, System::nanoTime),
                setApart::increment);
        this.catchUp = threads(READERS, "change-catch-up");
        this.apart = threads(READERS_APART, "change-apart");
        this.caller = caller;
        this.registry = registry;
        this.places = new Places(this.config.clients());
        registry.gauge(MetricNames.STREAM_CLIENTS, places, Places::count);
        registry.gauge(MetricNames.STREAM_CLIENTS_LIMIT, this.config, StoreConfig.Stream::clients);
    }

    private static ExecutorService threads(int number, String name) {
        return Executors.newFixedThreadPool(number, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::endThoseWhoStall);
        Thread thread = new Thread(tail, "change-tail");
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        tail.stop();
        catchUp.shutdownNow();
        apart.shutdownNow();
    }

    void onCommit(@Observes Committed event) {
        tail.wake();
    }

    @Override
    public int clients() {
        return places.count();
    }

    @Override
    public long last() {
        return reader.last();
    }

    void endThoseWhoStall() {
        followers.forEach(follower -> follower.check(config.stall()));
    }

    @Override
    public Multi<List<Change>> follow(long seen, ArticleQuery query) {
        // Asked here and not when it begins: outside of a request nobody knows whose it was.
        String name = Objects.requireNonNullElse(caller.name(), "");
        int most = most();
        // Whoever will have no place costs the database nothing.
        counted(() -> {
            places.check(name, most);
            return null;
        });
        long after = reader.resume(seen);
        ChangeFilter filter = new ChangeFilter(filters.resolve(query));
        return Multi.createFrom().deferred(() -> {
            Places.Place place = counted(() -> places.take(name, most));
            return Multi.createFrom().publisher(client -> follow(filter, after, place, client));
        });
    }

    private int most() {
        boolean anybody = caller.name() == null || caller.isLocal();
        return config.clientsPerCaller().orElse(anybody ? config.clients() : Math.max(1, config.clients() / SHARES));
    }

    private <T> T counted(Supplier<T> step) {
        try {
            return step.get();
        } catch (ProblemException full) {
            registry.counter(
                            MetricNames.REFUSED,
                            MetricNames.REASON,
                            full.problem().code())
                    .increment();
            throw full;
        }
    }

    private void follow(ChangeFilter filter, long after, Places.Place place, Subscriber<? super List<Change>> client) {
        Follower follower =
                new Follower(filter, after, tail, reader, new Follower.Readers(catchUp, apart), client, one -> {
                    followers.remove(one);
                    place.giveBack();
                });
        followers.add(follower);
        follower.start();
    }
}
