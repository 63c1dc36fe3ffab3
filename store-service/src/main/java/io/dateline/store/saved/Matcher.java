package io.dateline.store.saved;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Filter;
import io.dateline.store.query.Filters;
import io.dateline.store.query.QueryText;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.sql.Sql;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeMatches;
import io.dateline.store.stream.ChangeMatches.Match;
import io.dateline.store.stream.ChangeMatches.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Matches changes against saved queries and writes down what is to be sent, page by page: matches and positions in one
 * transaction. Those as far as the cursor share each page; of those behind it, one after the other has a page and
 * takes along whoever stands in it. What takes long, the looking, is done before anything is locked; whoever was changed
 * meanwhile is looked at again. Not thread-safe.
 */
final class Matcher {
    private static final Logger LOG = Logger.getLogger(Matcher.class);
    /** A change that cannot be read is tried for so long before those it cannot be read for go on without it. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private final PatientLook changes;
    private final String instance;
    private final int most;
    private final InstantSource clock;
    private final LoadingCache<String, Filter> filters;
    private final Turns turns = new Turns();
    private final Consumer<Outcome> progress;
    private final Pace pace = new Pace();
    /** By itself: what cannot be read behind the others makes them no slower. */
    private final Pace behindPace = new Pace();
    /** Where those behind failed last, once said. */
    private long saidOf = -1;

    /** Where changes are looked at: see {@link ChangeMatches#read}. */
    @FunctionalInterface
    interface Changes {
        Page read(long after, int limit, Set<Filter> filters);
    }

    /**
     * @param instance of this service
     * @param most     deliveries of one saved query that may wait
     * @param progress told of what nobody is told, once for each saved query
     */
    Matcher(
            DataSource dataSource,
            Changes changes,
            Filters filters,
            String instance,
            int most,
            InstantSource clock,
            Consumer<Outcome> progress) {
        this.dataSource = dataSource;
        this.changes = new PatientLook(changes, clock);
        this.instance = instance;
        this.most = most;
        this.clock = clock;
        this.progress = progress;
        // Names that came up since are found a minute later at the latest.
        this.filters = Caffeine.newBuilder()
                .maximumSize(SavedTables.MOST)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker(clock))
                .build(text -> filters.resolve(QueryText.parse(text)));
    }

    /** How things stand: everything in it was read in one statement after another, and may be old when it is used. */
    private record Standing(long live, long last, List<Asker> askers) {}

    /**
     * What was found, before it is written.
     *
     * @param askers  who was asked for
     * @param filters by query, as they were asked about: names may be looked up anew any time
     */
    private record Looked(Page page, List<Asker> askers, Map<String, Filter> filters) {}

    /**
     * Takes the next pages; whether there is more to do at once.
     *
     * @throws ProblemException {@code store-unavailable}
     */
    boolean step() throws SQLException {
        try {
            return look();
        } catch (SQLException e) {
            // Perhaps it was too much at once for a timeout.
            pace.failed();
            behindPace.failed();
            throw e;
        }
    }

    /** Looking has failed; whether fewer are to be tried at once. */
    private static boolean lessAtOnce(Pace pace, RuntimeException e) {
        boolean timeout = PatientLook.timeout(e);
        // A database that is away answers no smaller question.
        return (timeout || !(e instanceof ProblemException)) && pace.failed() && timeout;
    }

    private boolean look() throws SQLException {
        Optional<Standing> found = Sql.transaction(dataSource, Matcher::standing);
        if (found.isEmpty()) {
            return false;
        }
        Standing standing = found.get();
        List<Asker> askers = understood(standing.askers());
        List<Asker> here =
                askers.stream().filter(asker -> asker.position() == null).toList();
        Looked live = null;
        long to = standing.last();
        if (!here.isEmpty() && standing.live() < standing.last()) {
            try {
                live = pace.look(size -> looked(standing.live(), size, here));
            } catch (RuntimeException e) {
                if (lessAtOnce(pace, e)) {
                    return true;
                }
                throw e;
            }
            to = live.page().last();
        }
        long reached = Math.max(to, standing.live());
        Looked behind = null;
        RuntimeException failed = null;
        boolean less = false;
        long from = turn(askers, reached);
        if (from < reached) {
            try {
                behind = behindPace.look(size -> behind(askers, from, reached, size));
            } catch (RuntimeException e) {
                // Those who are as far as the cursor do not wait for it.
                failed = e;
                less = lessAtOnce(behindPace, e);
            }
        }
        long begun = System.nanoTime();
        boolean written = write(standing.live(), reached, live, behind);
        long took = System.nanoTime() - begun;
        pace.written(took);
        behindPace.written(took);
        if (failed != null && !less) {
            if (live == null || !written) {
                throw failed;
            }
            // They are not to rest for it as after a failure.
            if (saidOf != from) {
                LOG.errorf(failed, "those behind wait at change %d", from + 1);
                saidOf = from;
            }
        }
        return written && (behind != null || failed != null || reached < standing.last());
    }

    /** Empty where there is nothing to look at. */
    private static Optional<Standing> standing(Connection connection) throws SQLException {
        long live = Sql.first(connection, "SELECT live_seq FROM webhook_cursor", row -> row.getLong(1))
                .orElseThrow();
        long last = Sql.first(connection, "SELECT last FROM change_counter", row -> row.getLong(1))
                .orElseThrow();
        boolean any = Sql.first(
                        connection,
                        "SELECT EXISTS (SELECT FROM saved_queries WHERE url IS NOT NULL AND parked_at IS NULL"
                                + " AND (position IS NOT NULL OR ? < ?))",
                        row -> row.getBoolean(1),
                        live,
                        last)
                .orElseThrow();
        return any ? Optional.of(new Standing(live, last, Asker.unparked(connection))) : Optional.empty();
    }

    /** Those with whose filters it was not looked at yet are left out: they stay where they are. */
    private Looked looked(long from, int limit, List<Asker> askers) {
        Map<String, Filter> wanted = new HashMap<>();
        askers.forEach(asker -> wanted.put(asker.query(), filters.get(asker.query())));
        PatientLook.Found found = changes.read(from, limit, Set.copyOf(wanted.values()));
        List<Asker> asked = askers.stream()
                .filter(asker -> !found.open().contains(wanted.get(asker.query())))
                .toList();
        asked.stream()
                .filter(asker -> found.untold().contains(wanted.get(asker.query())))
                .forEach(asker -> progress.accept(Outcome.UNTOLD));
        return new Looked(found.page(), asked, wanted);
    }

    /** Of those behind a place that may have more. */
    private List<Asker> able(List<Asker> askers, long live) {
        return askers.stream()
                .filter(asker -> asker.position() != null && asker.position() < live && asker.pending() < most)
                .toList();
    }

    /** Where the one stands whose turn it is, so that one who is far behind keeps no other waiting; else where all are. */
    private long turn(List<Asker> askers, long live) {
        return able(askers, live).stream()
                .min(Comparator.comparing(Asker::id, turns.order()).thenComparing(Asker::position))
                .map(Asker::position)
                .orElse(live);
    }

    /** A page of those who stand in it. */
    private Looked behind(List<Asker> askers, long from, long live, int size) {
        List<Asker> near = able(askers, live).stream()
                .filter(asker -> asker.position() >= from && asker.position() < from + size)
                .toList();
        near.forEach(asker -> turns.had(asker.id()));
        return looked(from, (int) Math.min(size, live - from), near);
    }

    /** Writes all of it, or nothing where another instance matches; whether it wrote. */
    private boolean write(long from, long to, Looked live, Looked behind) throws SQLException {
        return Sql.transaction(dataSource, connection -> {
            Optional<Long> cursor = WebhookCursor.lock(connection, instance);
            if (cursor.isEmpty() || cursor.get() != from) {
                return false;
            }
            // From here on positions stand still, and nobody is added or changed.
            Map<String, Asker> now = new HashMap<>();
            Asker.unparked(connection).forEach(asker -> now.put(asker.id(), asker));
            if (live != null) {
                for (Asker asker : live.askers()) {
                    Asker same = same(asker, now);
                    if (same != null) {
                        long reached = write(connection, same, from, live);
                        if (reached < to) {
                            same.move(connection, reached, to);
                        }
                        now.remove(same.id());
                    }
                }
            }
            if (to > from) {
                // Those that came as far as the cursor, or were changed, while it was looked at go on from there.
                for (Asker late : now.values()) {
                    if (late.position() == null) {
                        late.move(connection, from, to);
                    }
                }
                Sql.update(connection, "UPDATE webhook_cursor SET live_seq = ?", to);
            }
            if (behind != null) {
                for (Asker asker : behind.askers()) {
                    Asker same = same(asker, now);
                    if (same != null && same.position() < behind.page().last()) {
                        long reached = write(connection, same, same.position(), behind);
                        same.move(connection, reached, to);
                    }
                }
            }
            Sql.update(
                    connection,
                    "UPDATE saved_queries SET position = NULL WHERE position = ? AND parked_at IS NULL",
                    to);
            return true;
        });
    }

    /** As it stands now, or null where it is gone or is not any more what was looked for. */
    private static Asker same(Asker before, Map<String, Asker> now) {
        Asker asker = now.get(before.id());
        boolean same = asker != null
                && asker.query().equals(before.query())
                && Objects.equals(asker.position(), before.position());
        return same ? asker : null;
    }

    /** As many matches as may wait; answers the seq up to which all are written. */
    private long write(Connection connection, Asker asker, long after, Looked looked) throws SQLException {
        Filter filter = looked.filters().get(asker.query());
        List<Change> fitting = looked.page().matches().stream()
                .filter(match -> match.change().seq() > after && match.filters().contains(filter))
                .map(Match::change)
                .toList();
        int room = Math.max(0, most - asker.pending());
        List<Change> taken = fitting.subList(0, Math.min(room, fitting.size()));
        asker.queue(connection, taken, clock.instant());
        if (taken.size() == fitting.size()) {
            return looked.page().last();
        }
        return taken.isEmpty() ? after : taken.get(taken.size() - 1).seq();
    }

    /** Those whose query this version understands; the others are parked. */
    private List<Asker> understood(List<Asker> askers) throws SQLException {
        List<Asker> understood = new ArrayList<>();
        for (Asker asker : askers) {
            try {
                filters.get(asker.query());
                understood.add(asker);
            } catch (ProblemException e) {
                if (e.problem().status() != 400) {
                    throw e;
                }
                // Saved by a version that knew more, or other, filters.
                Sql.transaction(dataSource, connection -> {
                    // Nobody is changed from here on; who was changed meanwhile is looked at as it is then.
                    WebhookCursor.lock(connection);
                    if (Asker.unparked(connection).stream()
                            .anyMatch(now ->
                                    now.id().equals(asker.id()) && now.query().equals(asker.query()))) {
                        DeliveryQueue.park(connection, asker.id(), "invalid-query", clock.instant());
                    }
                    return null;
                });
            }
        }
        return understood;
    }

    private static Ticker ticker(InstantSource clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
