package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Http;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Articles pushed one by one at a steady rate, while something is done to the system that takes them. */
final class SteadyLoad {
    /** Longer than a killed member keeps its partitions. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(20);

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MOST = 40_000;

    private final Http http;
    private final String ingest;
    private final ChangesReader reader;
    private final int perSecond;
    private final Iterator<BenchArticle> articles = Corpus.generated(MOST, 90).iterator();

    /** @param reader that is up to date; it follows meanwhile */
    SteadyLoad(Http http, String ingest, ChangesReader reader, int perSecond) {
        this.http = http;
        this.ingest = ingest;
        this.reader = reader;
        this.perSecond = perSecond;
    }

    /**
     * The longest time in seconds that an article took from accepted to queryable, of those pushed from the beginning of the
     * change until 20 s after its end.
     */
    double slowest(Runnable change) {
        Map<String, Long> waiting = new ConcurrentHashMap<>();
        CompletableFuture<Void> over = CompletableFuture.runAsync(change).thenRunAsync(() -> Await.pause(AFTERWARDS));
        CompletableFuture<Void> pusher = CompletableFuture.runAsync(() -> push(over, waiting));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        long slowest = 0;
        while (!pusher.isDone() || !waiting.isEmpty()) {
            reader.poll();
            long now = System.nanoTime();
            for (Map.Entry<String, Long> article : waiting.entrySet()) {
                if (reader.saw(article.getKey(), 1)) {
                    slowest = Math.max(slowest, now - article.getValue());
                    waiting.remove(article.getKey());
                }
            }
            if (now > deadline) {
                throw new IllegalStateException(waiting.size() + " articles did not become queryable in time");
            }
            Await.pause(LOOK);
        }
        pusher.join();
        return slowest / 1e9;
    }

    private void push(CompletableFuture<Void> until, Map<String, Long> waiting) {
        long began = System.nanoTime();
        for (int i = 0; !until.isDone(); i++) {
            long early = began + i * 1_000_000_000L / perSecond - System.nanoTime();
            if (early > 0) {
                Await.pause(Duration.ofNanos(early));
            }
            var answer = http.post(ingest + "/api/articles", "application/json", Corpus.json(articles.next()));
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("push answered " + answer.statusCode() + ": " + answer.body());
            }
            waiting.put(Http.parse(answer.body()).get("id").asText(), System.nanoTime());
        }
        until.join();
    }
}
