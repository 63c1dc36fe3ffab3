package io.dateline.store.saved;

import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ReadPool;
import io.dateline.store.sql.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/** What waits, as the tables tell it, whichever instance sends. What is not known is NaN, which no alert compares with. */
@ApplicationScoped
class WebhookLook {
    /**
     * The oldest is of the deliveries that wait, or of the changes nobody has looked at: with no instance that sends,
     * those are all there is. A webhook that catches up from long ago is behind by its owner's wish.
     */
    private static final String LOOK = """
            SELECT (SELECT count(*) FROM webhook_deliveries WHERE state = 'pending') AS pending,
                (SELECT count(*) FROM saved_queries WHERE parked_at IS NOT NULL) AS parked,
                coalesce(extract(epoch FROM now() - least(
                    (SELECT min(d.queued_at) FROM webhook_deliveries AS d JOIN saved_queries AS s ON s.id = d.saved_id
                        WHERE d.state = 'pending' AND s.parked_at IS NULL),
                    (SELECT r.stored_at FROM webhook_cursor AS c JOIN revisions AS r ON r.seq = c.live_seq + 1
                        WHERE EXISTS (SELECT FROM saved_queries
                            WHERE url IS NOT NULL AND parked_at IS NULL AND position IS NULL)))), 0) AS oldest
            """;

    private static final Seen UNKNOWN = new Seen(Double.NaN, Double.NaN, Double.NaN);

    private final ReadPool pool;
    private volatile Seen seen = UNKNOWN;

    WebhookLook(ReadPool pool, MeterRegistry registry) {
        this.pool = pool;
        gauge(registry, MetricNames.WEBHOOK_PENDING, null, Seen::pending);
        gauge(registry, MetricNames.WEBHOOK_PARKED, null, Seen::parked);
        gauge(registry, MetricNames.WEBHOOK_OLDEST, "seconds", Seen::oldest);
    }

    private record Seen(double pending, double parked, double oldest) {}

    private void gauge(MeterRegistry registry, String name, String unit, ToDoubleFunction<Seen> value) {
        Gauge.builder(name, () -> value.applyAsDouble(seen)).baseUnit(unit).register(registry);
    }

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.ops().lookEvery(), this::look);
    }

    void look() {
        try {
            seen = pool.ask(connection -> Sql.first(
                            connection,
                            LOOK,
                            row -> new Seen(
                                    row.getDouble("pending"),
                                    row.getDouble("parked"),
                                    Math.max(0, row.getDouble("oldest"))))
                    .orElse(UNKNOWN));
        } catch (ProblemException e) {
            // The ops board says by itself that the database is away.
            seen = UNKNOWN;
        }
    }
}
