package io.dateline.systemtests.faults;

import io.dateline.contracts.article.RawArticle;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A store that stands still between writing its rows and taking their place in the order of changes, and goes on when
 * another has read the same batch and wants to write it too.
 */
final class FrozenStore {
    /** Until what is sent comes to the store: after a replay, all of which enrich does before it. */
    private static final Duration MEETING = Duration.ofSeconds(90);
    /** Until the second has noticed that the first is gone. */
    private static final Duration TAKE_OVER = Rig.SESSION.plusSeconds(30);

    /** Of the writers of the whole run: long enough for a second store to be started, on a slow machine too. */
    static final String OPTIONS = "-c statement_timeout=120000 -c lock_timeout=120000"
            + " -c idle_in_transaction_session_timeout=120000 -c plan_cache_mode=force_custom_plan -c search_path=store";

    private static final Duration COME_BACK = Duration.ofSeconds(4);
    private static final String WAITING_WRITERS = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE application_name = 'dateline-store-live' AND wait_event_type = 'Lock' AND backend_start > '%s'";

    /** Sent while the lock is held: what flows otherwise may all be stored by then. */
    private static final int ARTICLES = 40;

    private final Dateline dateline;
    private final Extras extras;
    private final Tables tables;
    private final Tables lock;

    /** @param lock a connection of its own: who waits is told to a transaction only as it was when it first asked */
    private FrozenStore(Rig rig, Tables tables, Tables lock) {
        this.dateline = rig.dateline();
        this.extras = rig.extras();
        this.tables = tables;
        this.lock = lock;
    }

    static boolean freeze(Rig rig) {
        String url = rig.dateline().servers().jdbcUrl();
        try (Tables tables = new Tables(url);
                Tables lock = new Tables(url)) {
            return new FrozenStore(rig, tables, lock).freeze();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it came to what it is for. */
    private boolean freeze() throws SQLException {
        boolean both;
        try {
            lock.lockCounter();
            for (int i = 0; i < ARTICLES; i++) {
                RawArticle article = extras.article().article();
                extras.stored(Records.raw(article), article);
            }
            boolean met = waits(MEETING, "-infinity");
            signal("STOP");
            String stopped = tables.text("SELECT now()");
            // What the first asked for is now done, and it does not hear of it: it holds the lock in its stead.
            lock.unlockCounter();
            dateline.startSecond(Service.STORE);
            boolean taken = waits(TAKE_OVER, stopped);
            both = met && taken;
            System.out.printf("  frozen with rows written: %s; the second wrote them too: %s%n", met, taken);
        } finally {
            signal("CONT");
        }
        // Both must have ended what they began, and the first must have its share back before its stand-in goes.
        long deadline = System.nanoTime() + MEETING.toNanos();
        while (waiting("-infinity") && System.nanoTime() < deadline) {
            Await.pause(Duration.ofMillis(50));
        }
        Await.pause(COME_BACK);
        dateline.killOthers(Service.STORE);
        return both;
    }

    /** @param since when whoever waits connected; those of the first store did before it stood still */
    private boolean waits(Duration limit, String since) throws SQLException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!waiting(since)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Await.pause(Duration.ofMillis(50));
        }
        return true;
    }

    private boolean waiting(String since) throws SQLException {
        return tables.number(String.format(WAITING_WRITERS, since)) > 0;
    }

    private void signal(String signal) {
        long pid = dateline.process(Service.STORE).pid();
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("the store took no SIG" + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
