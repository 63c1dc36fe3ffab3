package io.dateline.store.saved;

import io.dateline.contracts.http.ProblemException;
import io.dateline.store.saved.DeliveryQueue.Due;
import io.dateline.store.saved.DeliveryQueue.Head;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Matches and sends while it holds the lease. Nothing that waits is in memory: an instance that dies leaves at most
 * requests of which nobody wrote down what came of them, and the next one sends those again, with the same ids.
 *
 * <p>One delivery of a saved query is under way at a time, so that they arrive in order. {@link #step} is for one thread.
 */
final class WebhookWorker {
    private static final Logger LOG = Logger.getLogger(WebhookWorker.class);
    /** Sent to one receiver in a row before others have their turn. */
    private static final int IN_A_ROW = 20;

    private final DataSource dataSource;
    private final Matcher matcher;
    private final DeliveryQueue queue;
    private final Letters letters;
    private final WebhookSender sender;
    private final ExecutorService senders;
    private final Settings settings;
    private final InstantSource clock;
    private final Consumer<Outcome> progress;
    private final Runnable bell;
    /** Saved queries something is being sent of, and whether they failed last time. */
    private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();
    /** By {@link System#nanoTime}: until then the lease is ours, whatever happens. */
    private volatile long heldUntil;

    private volatile boolean stopped;
    private final Turns turns = new Turns();

    /**
     * @param instance of this service, different from every other's
     * @param senders  requests at once
     * @param lease    how long the others wait for an instance that is silent
     * @param request  how long a request may take
     */
    record Settings(String instance, int senders, Duration lease, Duration request) {}

    /**
     * @param progress told what became of each attempt
     * @param bell     rung when there may be something to do
     */
    WebhookWorker(
            DataSource dataSource,
            Matcher matcher,
            DeliveryQueue queue,
            Letters letters,
            WebhookSender sender,
            ExecutorService senders,
            Settings settings,
            InstantSource clock,
            Consumer<Outcome> progress,
            Runnable bell) {
        this.dataSource = dataSource;
        this.matcher = matcher;
        this.queue = queue;
        this.letters = letters;
        this.sender = sender;
        this.senders = senders;
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.bell = bell;
    }

    /** What a step found. */
    enum Step {
        WORKED,
        NOTHING_NEW,
        ANOTHER_SENDS
    }

    /**
     * Matches the next changes and hands what is due to the senders, as far as some are free.
     *
     * @throws ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    Step step() throws SQLException {
        if (!hold()) {
            return Step.ANOTHER_SENDS;
        }
        try {
            return matcher.step() ? Step.WORKED : Step.NOTHING_NEW;
        } finally {
            // What waits to be sent does not wait for matching that fails.
            dispatch();
        }
    }

    /** From now on nothing more begins to be sent. */
    void stop() {
        stopped = true;
    }

    /**
     * Begins to send nothing more, waits for what is under way, and lets another instance go on. What is under way for
     * longer than that keeps the lease: it runs out by itself, when those requests are over.
     *
     * @return whether another instance may go on at once
     */
    boolean release(Duration patience) throws SQLException, InterruptedException {
        stop();
        if (!idle(patience)) {
            return false;
        }
        Sql.transaction(dataSource, connection -> {
            WebhookCursor.release(connection, settings.instance());
            return null;
        });
        return true;
    }

    private boolean idle(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (underWay) {
            while (!underWay.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                underWay.wait(left);
            }
        }
        return true;
    }

    private boolean hold() throws SQLException {
        long before = System.nanoTime();
        if (!Sql.transaction(
                dataSource, connection -> WebhookCursor.hold(connection, settings.instance(), settings.lease()))) {
            return false;
        }
        heldUntil = before + settings.lease().toNanos();
        return true;
    }

    /** Whether a request begun now ends before another instance may begin it. */
    private boolean safe() {
        return !stopped && heldUntil - System.nanoTime() > settings.request().toNanos();
    }

    /** Those that fail come last, and of the others, who had their turn the longest ago first: also one with much to catch up on. */
    private void dispatch() throws SQLException {
        int free = settings.senders() - underWay.size();
        if (free > 0) {
            queue.due(clock.instant(), underWay.keySet(), SavedTables.MOST).stream()
                    .sorted(Comparator.comparing(Due::failing).thenComparing(Due::savedId, turns.order()))
                    .limit(free)
                    .forEach(due -> {
                        turns.had(due.savedId());
                        dispatch(due);
                    });
        }
    }

    private void dispatch(Due due) {
        long failing = underWay.values().stream().filter(failed -> failed).count();
        // Receivers that hang until the deadline must not take every sender.
        if (due.failing() && failing >= settings.senders() * 3 / 4) {
            return;
        }
        underWay.put(due.savedId(), due.failing());
        senders.execute(() -> {
            boolean stumbled = true;
            try {
                stumbled = !send(due.savedId());
            } finally {
                synchronized (underWay) {
                    underWay.remove(due.savedId());
                    underWay.notifyAll();
                }
                // What stumbled waits for the next look: at once it would only stumble again.
                if (!stumbled) {
                    bell.run();
                }
            }
        });
    }

    /** False where nothing could be written down of it. */
    private boolean send(String savedId) {
        try {
            for (int i = 0; i < IN_A_ROW && safe(); i++) {
                Optional<Head> head = queue.head(savedId, clock.instant());
                if (head.isEmpty()) {
                    return true;
                }
                Optional<Letter> letter = letter(head.get());
                // Reading it may have taken long.
                if (!safe()) {
                    return true;
                }
                Answer answer = letter.isEmpty() ? Answer.UNREADABLE : sender.send(letter.get());
                Outcome outcome = queue.record(head.get(), answer, clock.instant());
                progress.accept(outcome);
                if (outcome == Outcome.RETRIED || outcome == Outcome.FAILED) {
                    return true;
                }
            }
            return true;
        } catch (SQLException | ProblemException e) {
            // The database is away: what was sent meanwhile is sent again.
            LOG.debugf("a delivery of %s waits: %s", savedId, e.getClass().getSimpleName());
            return false;
        } catch (RuntimeException e) {
            LOG.errorf(e, "a delivery of %s stumbled and is tried again", savedId);
            return false;
        }
    }

    /** Empty where the change cannot be read, though the database answers. */
    private Optional<Letter> letter(Head head) {
        try {
            return Optional.of(letters.change(head, clock.instant()));
        } catch (RuntimeException e) {
            if (!Unreadable.says(e)) {
                throw e;
            }
            LOG.errorf(e, "a delivery of %s cannot be written: change %d", head.savedId(), head.seq());
            return Optional.empty();
        }
    }
}
