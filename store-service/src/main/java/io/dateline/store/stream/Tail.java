package io.dateline.store.stream;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Filter;
import io.dateline.store.stream.ChangeReader.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads new changes once for all followers of this instance: woken by its own commits, and looking every few
 * milliseconds for those of others. Runs on one thread; rests while nobody follows.
 */
final class Tail implements Runnable {
    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final int PAGE = 500;
    /** Where a page takes longer than a question may, so many are read at once; then twice as many each time. */
    private static final int SMALL_PAGE = 20;

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    /**
     * Most of what writing to a client takes (some 60 microseconds of a core in all, when it was profiled, by the framework
     * then) is the same however much is written. So that many of them leave the cores to the articles, changes are
     * gathered for so long a client before they are handed on: 500 wait a tenth of a second.
     */
    private static final long MICROSECONDS_A_FOLLOWER = 200;

    private final ChangeReader reader;
    private final Duration poll;
    private final RecentChanges recent;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Object bell = new Object();
    private boolean rung;
    private volatile boolean stopped;
    /** Everything up to here has been read. Written while holding this. */
    private volatile long position;

    private int size = PAGE;
    private final Expense expense;
    private final Runnable onSetApart;

    /**
     * @param kept       how many of the newest changes stay in memory
     * @param expense    of what it matches for all its followers at once
     * @param onSetApart told of each follower that is set apart
     */
    Tail(ChangeReader reader, Duration poll, int kept, Expense expense, Runnable onSetApart) {
        this.reader = reader;
        this.poll = poll;
        this.recent = new RecentChanges(kept);
        this.expense = expense;
        this.onSetApart = onSetApart;
    }

    /** The time by which followers are set apart, in nanoseconds. */
    long now() {
        return expense.now();
    }

    /** The last change read. */
    long position() {
        return position;
    }

    /** One that was read while somebody followed, or null where it is not kept any more. */
    Found recent(long seq) {
        return recent.at(seq);
    }

    /**
     * From now on what is read is read for this follower too, which has read everything up to a place itself. What was
     * read meanwhile was not looked at with its filter, where that is a deep one: that is done here, under the lock that
     * reading takes, so that nothing falls between the two. Blocks on the database.
     *
     * @param end the last seq it has looked at
     * @return what it is to look at before it follows
     */
    synchronized CatchUp.Stretch enter(Follower follower, long end) {
        List<Found> missed = new ArrayList<>();
        long seen = end;
        if (followers.isEmpty()) {
            recent.clear();
            // It may ask for what is yet to come, but whoever comes after it is to miss nothing.
            position = Math.min(end, reader.last());
        } else if (follower.filter().filter().deep()) {
            while (seen < position) {
                List<Found> page = page(seen, size, follower.filter().deep());
                missed.addAll(page);
                seen = page.isEmpty()
                        ? position
                        : page.get(page.size() - 1).change().seq();
            }
        }
        followers.add(follower);
        return new CatchUp.Stretch(missed, seen, true);
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
                TimeUnit.MICROSECONDS.sleep(followers.size() * MICROSECONDS_A_FOLLOWER);
            } catch (ProblemException e) {
                // Clients wait: the database is away, and what it holds will be read when it is back.
                if (!failing) {
                    LOG.warnf("the stream waits: %s", e.getMessage());
                }
                failing = true;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
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

    private void dispatch() {
        boolean more;
        do {
            more = read();
            followers.forEach(Follower::wake);
        } while (more && !stopped);
    }

    /** Whether there may be more. */
    private synchronized boolean read() {
        if (followers.isEmpty()) {
            recent.clear();
            return false;
        }
        List<Filter> deep = followers.stream()
                .filter(follower -> !follower.isApart())
                .flatMap(follower -> follower.filter().deep().stream())
                .distinct()
                .toList();
        int asked = size;
        List<Found> page = shared(asked, deep);
        page.forEach(found -> {
            if (found.change().item() == null) {
                // Its text is not to be shown any more; whoever is behind reads what is left of it from the table.
                recent.forget(found.change().id());
            }
            recent.add(found);
            position = found.change().seq();
        });
        return page.size() == asked;
    }

    /** The next page for all; those whose filters cost the others too much are on their own from the page after it. */
    private List<Found> shared(int limit, List<Filter> deep) {
        List<Found> page = null;
        List<Expense.Cost> costs = new ArrayList<>();
        for (List<Filter> part : expense.parts(deep)) {
            long began = expense.now();
            try {
                page = page == null ? page(position, limit, part) : marked(page, part);
            } catch (ProblemException e) {
                // A database that is away is no filter's fault.
                if (timeout(e)) {
                    costs.add(cost(part, began));
                    setApart(Set.copyOf(expense.judge(costs)));
                }
                throw e;
            }
            costs.add(cost(part, began));
        }
        // Nothing says nothing of what it costs to match something.
        if (!page.isEmpty()) {
            setApart(Set.copyOf(expense.judge(costs)));
        }
        return page;
    }

    private Expense.Cost cost(List<Filter> part, long began) {
        return new Expense.Cost(part, Duration.ofNanos(expense.now() - began));
    }

    private static boolean timeout(ProblemException e) {
        return e.problem().code().equals(ProblemCode.QUERY_TIMEOUT.code());
    }

    /** The same changes, looked at with more filters. */
    private List<Found> marked(List<Found> page, List<Filter> more) {
        if (!page.isEmpty()) {
            Map<Long, Found> bySeq = new HashMap<>();
            page.forEach(found -> bySeq.put(found.change().seq(), found));
            for (Found again : page(position, page.size(), more)) {
                Found found = bySeq.get(again.change().seq());
                if (found != null) {
                    found.matchedToo(again);
                }
            }
        }
        return page;
    }

    private void setApart(Set<Filter> dear) {
        if (!dear.isEmpty()) {
            followers.stream()
                    .filter(follower -> dear.contains(follower.filter().filter()))
                    .forEach(follower -> {
                        follower.setApart(expense.apartUntil());
                        onSetApart.run();
                    });
        }
    }

    private List<Found> page(long after, int limit, List<Filter> deep) {
        try {
            List<Found> page = reader.read(after, limit, deep);
            size = Math.min(PAGE, 2 * size);
            return page;
        } catch (ProblemException e) {
            if (timeout(e)) {
                // Asked for as much again, it would keep everybody waiting for good.
                size = SMALL_PAGE;
            }
            throw e;
        }
    }
}
