package io.dateline.ingest.poll;

import io.dateline.ingest.identity.StoreUnavailable;
import io.dateline.ingest.page.PageWork;
import io.dateline.ingest.publish.BrokerUnavailable;
import io.dateline.ingest.websub.HubWork;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * One thread that claims what is due and writes down what polls came to, many at a time, and as many workers as may wait
 * for servers at once. What a crash leaves is claimed again when its lease is over.
 */
final class PollLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    /** How long outcomes gather before they are written, so that one transaction holds many. */
    private static final long GATHER_MS = 20;

    private static final int MOST_WRITTEN = 200;

    private final PollQueue queue;
    private final Poller poller;
    private final PageWork pages;
    private final HubWork hubs;
    private final Tracer tracer;
    private final PollMetrics metrics;
    private final int workers;
    private final Duration idle;
    private final ExecutorService threads;
    private final AtomicInteger busy = new AtomicInteger();
    private final BlockingQueue<PollOutcome> done = new LinkedBlockingQueue<>();
    private volatile boolean stopping;

    PollLoop(
            PollQueue queue,
            Poller poller,
            PageWork pages,
            HubWork hubs,
            Tracer tracer,
            PollMetrics metrics,
            int workers,
            Duration idle) {
        this.queue = queue;
        this.poller = poller;
        this.pages = pages;
        this.hubs = hubs;
        this.tracer = tracer;
        this.metrics = metrics;
        this.workers = workers;
        this.idle = idle;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "poll-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                turn();
            } catch (StoreUnavailable e) {
                LOG.warn("no feeds are polled while the database is away");
                rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("polling failed; what was claimed is claimed again when its lease is over", e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(idle.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void turn() throws InterruptedException {
        int room = workers - busy.get();
        int claimed = room > 0 ? start(queue.claim(room)) : 0;
        boolean more = claimed == room && room > 0;
        // With work under way its outcomes come soon; with none, there is nothing to do until something is due.
        PollOutcome first =
                more ? done.poll() : done.poll(busy.get() > 0 ? GATHER_MS : idle.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            write(first);
        }
    }

    private int start(PollQueue.Claimed claimed) {
        claimed.feeds().forEach(feed -> submit("feed " + feed.id(), () -> poll(feed)));
        claimed.pages().forEach(page -> submit("a page of feed " + page.feedId(), () -> pages.run(page)));
        claimed.hubs().forEach(hub -> submit("a hub", () -> hubs.run(hub)));
        return claimed.size();
    }

    /** Where something of ours fails, the host's turn ends all the same. What is away comes back; a fault stays. */
    private void poll(LeasedFeed feed) {
        try {
            done.add(poller.poll(feed));
        } catch (StoreUnavailable | BrokerUnavailable e) {
            done.add(poller.again(feed));
            throw e;
        } catch (RuntimeException e) {
            // What a database says under it may hold words of an article.
            LOG.errorf(e.getCause() == null ? e : null, "feed %s cannot be polled: %s", feed.id(), e);
            done.add(poller.failed(feed));
            throw e;
        }
    }

    private void submit(String what, Runnable work) {
        busy.incrementAndGet();
        threads.execute(() -> {
            Span span = tracer.spanBuilder("poll").setNoParent().startSpan();
            try (var scope = span.makeCurrent()) {
                work.run();
            } catch (RuntimeException e) {
                // Nothing was written: the lease ends, and it is done again.
                LOG.warnf("%s will be tried again: %s", what, e.toString());
                metrics.failed();
            } finally {
                span.end();
                busy.decrementAndGet();
            }
        });
    }

    private void write(PollOutcome first) {
        List<PollOutcome> batch = new ArrayList<>(List.of(first));
        done.drainTo(batch, MOST_WRITTEN - 1);
        try {
            write(batch);
        } catch (StoreUnavailable e) {
            // Nothing is claimed meanwhile, so there are never more of them than workers.
            done.addAll(batch);
            throw e;
        }
    }

    /** Together, or where one of them is refused each by itself. */
    void write(List<PollOutcome> batch) {
        try {
            finish(batch);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("polls are written one by one: %s", e.toString());
            for (PollOutcome outcome : batch) {
                if (!finishAlone(outcome)) {
                    // Refused again and again it would be polled again and again; a failure holds nothing new.
                    finishAlone(poller.failed(outcome.feed()));
                }
            }
        }
    }

    private void finish(List<PollOutcome> batch) {
        queue.finish(batch).forEach(id -> LOG.infof("feed %s was changed or taken over while it was polled", id));
        batch.forEach(metrics::count);
    }

    private boolean finishAlone(PollOutcome outcome) {
        try {
            finish(List.of(outcome));
            return true;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("feed " + outcome.feed().id() + " cannot be written", e);
            return false;
        }
    }

    /** Lets requests under way end and writes what they came to, within the time given. */
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            // The leases end by themselves, and whatever was under way is fetched again.
            threads.shutdownNow();
        }
        for (PollOutcome first = done.poll(); first != null; first = done.poll()) {
            write(first);
        }
    }
}
