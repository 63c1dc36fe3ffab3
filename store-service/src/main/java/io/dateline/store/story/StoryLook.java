package io.dateline.store.story;

import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ReadPool;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@link StoryProgress} as the tables tell it, whichever instance builds. */
@ApplicationScoped
class StoryLook implements StoryProgress {
    /** Longer than a lease, or every takeover would be a trouble. */
    static final Duration STANDSTILL = Duration.ofSeconds(60);

    private static final String LOOK = "SELECT last - live_seq, live_seq FROM change_counter, story_cursor";

    private final ReadPool pool;
    private final InstantSource clock;
    private volatile Seen seen = new Seen(-1, -1, Instant.EPOCH);
    private volatile Instant at = Instant.EPOCH;

    StoryLook(ReadPool pool, InstantSource clock, MeterRegistry registry) {
        this.pool = pool;
        this.clock = clock;
        registry.gauge("dateline.stories.behind", this, look -> look.seen.behind());
    }

    /** @param since when {@code cursor} was first seen, or nothing was left to do */
    private record Seen(long behind, long cursor, Instant since) {}

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.ops().lookEvery(), this::look);
    }

    void look() {
        try {
            long[] row = pool.ask(connection -> {
                try (PreparedStatement select = connection.prepareStatement(LOOK);
                        ResultSet result = select.executeQuery()) {
                    result.next();
                    return new long[] {result.getLong(1), result.getLong(2)};
                }
            });
            Instant now = clock.instant();
            boolean moved = row[0] == 0 || row[1] != seen.cursor();
            seen = new Seen(row[0], row[1], moved ? now : seen.since());
            at = now;
        } catch (ProblemException e) {
            // The ops board says by itself that the database is away.
            seen = new Seen(-1, -1, clock.instant());
        }
    }

    @Override
    public long behind() {
        return seen.behind();
    }

    @Override
    public Optional<String> trouble() {
        Seen last = seen;
        Duration still = Duration.between(last.since(), at);
        return last.behind() > 0 && still.compareTo(STANDSTILL) >= 0
                ? Optional.of("stories stand still: " + last.behind() + " changes behind since " + last.since())
                : Optional.empty();
    }
}
