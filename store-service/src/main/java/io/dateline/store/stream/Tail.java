package io.dateline.store.stream;

import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Filter;
import io.dateline.store.stream.ChangeReader.Found;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Reads new changes once for all followers of this instance: woken by its own commits, and looking every few
 * milliseconds for those of others. Runs on one thread; rests while nobody follows.
 */
final class Tail implements Runnable {
    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final int PAGE = 500;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final ChangeReader reader;
    private final Duration poll;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Object bell = new Object();
    private boolean rung;
    private volatile boolean stopped;
    /** Everything up to here was delivered to every follower. Guarded by this. */
    private long position;

    Tail(ChangeReader reader, Duration poll) {
        this.reader = reader;
        this.poll = poll;
    }

    /**
     * Brings a follower that has read everything up to its position to the live side: what was dispatched meanwhile is
     * read for it first, under the lock that dispatching takes, so that nothing falls between the two. Blocks.
     */
    synchronized void enter(Follower follower) {
        if (followers.isEmpty()) {
            position = follower.position();
        } else if (follower.position() < position) {
            List<Found> missed;
            do {
                missed =
                        reader.read(follower.position(), PAGE, follower.filter().deep());
                missed.forEach(found -> offer(follower, found));
            } while (!missed.isEmpty() && follower.position() < position);
        }
        followers.add(follower);
    }

    void forget(Follower follower) {
        followers.remove(follower);
    }

    /** Something was committed. */
    void wake() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    void stop() {
        stopped = true;
        wake();
    }

    @Override
    public void run() {
        boolean failing = false;
        while (!stopped) {
            try {
                await(failing ? AFTER_FAILURE : poll);
                dispatch();
                failing = false;
            } catch (ProblemException e) {
                // Clients wait: the database is away, and what it holds will be read when it is back.
                if (!failing) {
                    LOG.warnf("the stream waits: %s", e.getMessage());
                }
                failing = true;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the stream stumbled and tries again", e);
                failing = true;
            }
        }
    }

    private void await(Duration pause) throws InterruptedException {
        synchronized (bell) {
            if (!rung) {
                bell.wait(pause.toMillis());
            }
            rung = false;
        }
    }

    private synchronized void dispatch() {
        if (followers.isEmpty()) {
            return;
        }
        List<Filter> deep = followers.stream()
                .flatMap(follower -> follower.filter().deep().stream())
                .distinct()
                .toList();
        List<Found> page;
        do {
            page = reader.read(position, PAGE, deep);
            for (Found found : page) {
                followers.forEach(follower -> offer(follower, found));
                position = found.change().seq();
            }
        } while (page.size() == PAGE && !stopped);
    }

    private static void offer(Follower follower, Found found) {
        if (follower.wants(found)) {
            follower.deliver(found.change());
        }
    }
}
