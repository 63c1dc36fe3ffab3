package io.dateline.systemtests.bench;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who asks the API ten questions a second, of several kinds in turn, until closed. */
final class SteadyReader implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final List<String> PATHS = List.of(
            "/api/articles",
            "/api/articles?q=parliament",
            "/api/articles?sort=relevance&q=minister",
            "/api/articles?facets=true&q=president",
            "/api/stories",
            "/api/events?event=CONSULT");

    private final Http http = new Http();
    private final String store;
    private final List<Double> millis = new ArrayList<>();
    private final Thread thread = new Thread(this::ask, "reader");
    private volatile boolean over;
    private volatile RuntimeException failed;

    SteadyReader(String store) {
        this.store = store;
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        try {
            for (int i = 0; !over; i++) {
                long began = System.nanoTime();
                http.json(store + PATHS.get(i % PATHS.size()));
                long took = System.nanoTime() - began;
                millis.add(took / 1e6);
                Await.pause(EVERY.minusNanos(Math.min(took, EVERY.toNanos())));
            }
        } catch (RuntimeException e) {
            failed = e;
        }
    }

    /** Ends it; what 95 of 100 questions took at most, in milliseconds. Throws where one was not answered with 200. */
    double p95() {
        close();
        if (failed != null) {
            throw failed;
        }
        return PacedPushes.percentile(
                millis.stream().mapToDouble(one -> one).sorted().toArray(), 0.95);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
