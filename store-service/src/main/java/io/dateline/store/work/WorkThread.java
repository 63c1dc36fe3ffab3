package io.dateline.store.work;

import io.dateline.contracts.http.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Does a work step by step in a thread of its own until it is stopped: at once where there is more to do, else when it is
 * woken or after a while. What fails is tried again a second later, for ever, and logged once until it succeeds. Started
 * at most once.
 */
public final class WorkThread {
    private static final Logger LOG = Logger.getLogger(WorkThread.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Work work;
    private final Duration poll;
    private final Object bell = new Object();
    private boolean rung;
    private volatile boolean stopped;
    private Thread thread;

    /** What is done; both methods are called by one thread. */
    public interface Work {
        /**
         * Whether there is more to do at once.
         *
         * @throws SQLException     where the database is away: nothing may be lost by that
         * @throws ProblemException likewise
         */
        boolean step() throws SQLException, InterruptedException;

        /** Called once after the last step. */
        void release() throws SQLException, InterruptedException;
    }

    /**
     * @param name of the thread, as logs show it
     * @param poll for how long it sleeps at most
     */
    public WorkThread(String name, Work work, Duration poll) {
        this.name = name;
        this.work = work;
        this.poll = poll;
    }

    /** Begins. */
    public void start() {
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes no further step, and waits until the work is released, for so long at most. */
    public void stop(Duration patience) throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            thread.join(patience.toMillis());
        }
    }

    /** There may be something to do. */
    public void wake() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    private void run() {
        try {
            boolean failing = false;
            while (!stopped) {
                failing = failed(failing);
            }
            work.release();
        } catch (SQLException e) {
            LOG.debugf("%s: the lease runs out by itself: %s", name, e.getSQLState());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a step and rests; whether it failed. */
    private boolean failed(boolean failing) throws InterruptedException {
        try {
            if (!work.step()) {
                await();
            }
            return false;
        } catch (SQLException | ProblemException e) {
            if (!failing) {
                LOG.warnf("%s: waits for the database: %s", name, cause(e));
            }
        } catch (RuntimeException | Error e) {
            if (!failing) {
                LOG.errorf(e, "%s: stumbled and tries again", name);
            }
        }
        pause();
        return true;
    }

    /** What may be said of it: a message could hold an article. */
    private static String cause(Exception failure) {
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null ? failure.getClass().getSimpleName() : "SQLSTATE " + state;
    }

    private void await() throws InterruptedException {
        synchronized (bell) {
            if (!rung) {
                bell.wait(poll.toMillis());
            }
            rung = false;
        }
    }

    /** Not to be cut short by news: what fails would fail again and again. */
    private void pause() throws InterruptedException {
        long until = System.nanoTime() + AFTER_FAILURE.toNanos();
        synchronized (bell) {
            for (long left = AFTER_FAILURE.toMillis();
                    left > 0 && !stopped;
                    left = (until - System.nanoTime()) / 1_000_000) {
                bell.wait(left);
            }
        }
    }
}
