package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Articles that are sent at a rate that is not theirs to choose: each request has its moment, whether or not those before
 * it are answered, as with a wire that does not know how busy its reader is. What is refused is not sent again.
 */
final class OfferedLoad {
    private static final int LINES = 50;
    /** Requests on their way at once; with more waiting, the sender itself is what is too slow, and the rate tells. */
    private static final int SENDERS = 16;

    private final Http http;
    private final String ingest;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    OfferedLoad(Http http, String ingest) {
        this.http = http;
        this.ingest = ingest;
    }

    /** Returns when all are answered; to be called once. Returns the rate that was brought about, articles a second. */
    double send(List<BenchArticle> articles, double perSecond) {
        List<String> requests = new ArrayList<>();
        for (int from = 0; from < articles.size(); from += LINES) {
            requests.add(Corpus.ndjson(articles.subList(from, Math.min(articles.size(), from + LINES))));
        }
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        Semaphore free = new Semaphore(SENDERS);
        long began = System.nanoTime();
        for (int i = 0; i < requests.size(); i++) {
            long early = began + (long) (i * LINES / perSecond * 1e9) - System.nanoTime();
            if (early > 0) {
                Await.pause(Duration.ofNanos(early));
            }
            free.acquireUninterruptibly();
            String lines = requests.get(i);
            int count = Math.min(LINES, articles.size() - i * LINES);
            senders.execute(() -> {
                try {
                    post(lines, count);
                } finally {
                    free.release();
                }
            });
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        senders.shutdown();
        try {
            if (!senders.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a push was not answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return articles.size() / seconds;
    }

    private void post(String lines, int count) {
        int status = http.post(ingest + "/api/articles", "application/x-ndjson", lines)
                .statusCode();
        if (status == 202) {
            accepted.addAndGet(count);
        } else if (status == 429 || status == 503) {
            refused.addAndGet(count);
        } else {
            throw new IllegalStateException("a push was answered " + status);
        }
    }

    int accepted() {
        return accepted.get();
    }

    /** Told to come again later (429 and 503). */
    int refused() {
        return refused.get();
    }
}
