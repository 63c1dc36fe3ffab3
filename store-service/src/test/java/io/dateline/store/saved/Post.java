package io.dateline.store.saved;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.query.Asking;
import io.dateline.store.query.QueryText;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.saved.WebhookWorker.Step;
import io.dateline.store.sql.Sql;
import io.dateline.store.stream.Reading;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The tables in a schema of their own, a clock that stands, and workers on both. */
final class Post implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(60);

    final AgroalDataSource pool =
            StoreSchema.create("saved_" + UUID.randomUUID().toString().substring(0, 8), 0);
    final SavedTables tables = new SavedTables(new SecureRandom());
    final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    /** How often a worker said that there may be something to do. */
    final AtomicInteger rung = new AtomicInteger();

    private final ExecutorService senders = Executors.newCachedThreadPool();
    private volatile Instant now = Instant.parse("2026-11-25T12:00:00Z");
    final InstantSource clock = () -> now;
    private final Duration deadline;
    final WebhookSender sender;

    Post() throws SQLException {
        this(Duration.ofSeconds(30));
    }

    /** @param deadline of a request */
    Post(Duration deadline) throws SQLException {
        this.deadline = deadline;
        this.sender = new WebhookSender(
                new WebhookAddresses(true, true), SystemDefaultDnsResolver.INSTANCE, clock, deadline, deadline);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** One that sends by itself, in threads of its own. */
    WebhookWorker worker(String instance) {
        return worker(instance, LEASE, 200, senders);
    }

    WebhookWorker worker(String instance, Duration lease, int pending, ExecutorService senders) {
        ObjectMapper json = MessageCodec.json();
        return new WebhookWorker(
                pool,
                new Matcher(
                        pool,
                        Reading.matches(pool)::read,
                        Asking.filters(pool),
                        instance,
                        pending,
                        clock,
                        outcomes::add),
                new DeliveryQueue(pool, new RetrySchedule(() -> 0.5), Duration.ofDays(3), 3),
                new Letters(Reading.changes(pool), json),
                sender,
                senders,
                new WebhookWorker.Settings(instance, 8, lease, deadline),
                clock,
                outcomes::add,
                rung::incrementAndGet);
    }

    /** Until there is nothing left to match; what is due is on its way then. */
    Step work(WebhookWorker worker) throws SQLException {
        Step step = worker.step();
        while (step == Step.WORKED) {
            step = worker.step();
        }
        return step;
    }

    void store(EnrichedArticle... articles) throws SQLException {
        Stored.write(pool, Arrays.asList(articles));
    }

    SavedQuery save(String query, String url, Long from) throws SQLException {
        return save(query, url, null, from);
    }

    SavedQuery save(String query, String url, WebhookSecret secret, Long from) throws SQLException {
        Draft draft = new Draft(
                "Of the desk",
                QueryText.canonical(query),
                url == null ? null : new Draft.Hook(url, secret, false, from));
        return Sql.transaction(pool, connection -> tables.insert(connection, draft, now));
    }

    SavedQuery get(SavedQuery saved) throws SQLException {
        return Sql.transaction(
                pool, connection -> tables.get(connection, saved.id()).orElseThrow());
    }

    List<Delivery> log(SavedQuery saved) throws SQLException {
        return Sql.transaction(pool, connection -> DeliveryLog.page(connection, saved.id(), 100, null))
                .items();
    }

    @Override
    public void close() {
        senders.shutdownNow();
        sender.close();
        pool.close();
    }
}
