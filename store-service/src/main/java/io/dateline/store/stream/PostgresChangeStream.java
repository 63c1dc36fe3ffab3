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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link ChangeStream} on the table: each follower reads up by itself, then the one tail serves it. */
@ApplicationScoped
class PostgresChangeStream implements ChangeStream {
    private static final int PAGE = 200;

    private final ChangeReader reader;
    private final Filters filters;
    private final StoreConfig.Stream config;
    private final Tail tail;
    private final AtomicInteger clients = new AtomicInteger();

    PostgresChangeStream(ChangeReader reader, Filters filters, StoreConfig config, MeterRegistry registry) {
        this.reader = reader;
        this.filters = filters;
        this.config = config.stream();
        this.tail = new Tail(reader, this.config.poll());
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
    }

    void onCommit(@Observes Committed event) {
        tail.wake();
    }

    @Override
    public long last() {
        return reader.last();
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
            return Uni.createFrom()
                    .item(() -> new Follower(new ChangeFilter(filters.resolve(query)), after, config.buffer()))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .onItem()
                    .transformToMulti(this::pastThenLive)
                    .onTermination()
                    .invoke(() -> {
                        if (left.compareAndSet(false, true)) {
                            clients.decrementAndGet();
                        }
                    });
        });
    }

    private Multi<Change> pastThenLive(Follower follower) {
        Multi<Change> past = Multi.createBy()
                .repeating()
                .uni(() -> page(follower))
                .whilst(page -> !page.isEmpty())
                .onItem()
                .transformToIterable(page -> page)
                .select()
                .where(follower::wants)
                .onItem()
                .transform(Found::change);
        // Entering may read from the database.
        Multi<Change> live = follower.live(tail).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Multi.createBy().concatenating().streams(past, live);
    }

    private Uni<List<Found>> page(Follower follower) {
        return Uni.createFrom()
                .item(() ->
                        reader.read(follower.position(), PAGE, follower.filter().deep()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static ProblemException full() {
        return new ProblemException(ProblemCode.TOO_MANY_CLIENTS, "Try again later, or read /api/changes.");
    }
}
