package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * From accepted (the 202 is back) to queryable (the article is in the change sequence, which is the same commit that
 * makes it findable), one push an article, 50 a second, by a client that polls every 5 ms.
 */
final class LatencyBench {
    private static final int PER_SECOND = 50;
    private static final int WARM_UP = 6_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path corpus;
    private final int count;
    private final Http http = new Http();

    LatencyBench(Path corpus, int count) {
        this.corpus = corpus;
        this.count = count;
    }

    String run() {
        List<BenchArticle> articles = corpus == null ? Corpus.generated(count, 3) : Corpus.of(corpus, count);
        try (Dateline dateline = Dateline.start()) {
            paced(dateline, Corpus.generated(WARM_UP, 4), 4 * PER_SECOND);
            double[] millis = paced(dateline, articles, PER_SECOND);
            Arrays.sort(millis);
            return String.format(
                    Locale.ROOT,
                    "articles=%d per_s=%d p50_ms=%.0f p99_ms=%.0f max_ms=%.0f",
                    millis.length,
                    PER_SECOND,
                    percentile(millis, 0.5),
                    percentile(millis, 0.99),
                    millis[millis.length - 1]);
        }
    }

    /** Pushes at a steady rate and returns each article's milliseconds from the 202 to its change. */
    private double[] paced(Dateline dateline, List<BenchArticle> articles, int perSecond) {
        Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
        Map<String, Long> seenAt = new ConcurrentHashMap<>();
        String changes = dateline.url(Service.STORE) + "/api/changes?limit=1000&after=";
        ExecutorService pushers = Executors.newFixedThreadPool(8);
        Thread follower = new Thread(() -> follow(changes, seenAt), "follow");
        follower.setDaemon(true);
        follower.start();
        try {
            long began = System.nanoTime();
            for (int i = 0; i < articles.size(); i++) {
                BenchArticle article = articles.get(i);
                waitUntil(began + i * 1_000_000_000L / perSecond);
                pushers.execute(() -> push(dateline, article, acceptedAt));
            }
            Await.until(
                    "all articles to be queryable",
                    LIMIT,
                    () -> acceptedAt.size() == articles.size()
                            && seenAt.keySet().containsAll(acceptedAt.keySet()));
        } finally {
            pushers.shutdownNow();
            follower.interrupt();
        }
        List<Double> millis = new ArrayList<>();
        acceptedAt.forEach((id, at) -> millis.add(Math.max(0, (seenAt.get(id) - at) / 1e6)));
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void push(Dateline dateline, BenchArticle article, Map<String, Long> acceptedAt) {
        var answer =
                http.post(dateline.url(Service.INGEST) + "/api/articles", "application/json", Corpus.json(article));
        if (answer.statusCode() == 202) {
            acceptedAt.put(Http.parse(answer.body()).get("id").asText(), System.nanoTime());
        } else {
            System.out.println("push answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void follow(String changes, Map<String, Long> seenAt) {
        long last = 0;
        while (!Thread.currentThread().isInterrupted()) {
            var items = http.json(changes + last).get("items");
            long now = System.nanoTime();
            for (var item : items) {
                seenAt.putIfAbsent(item.get("id").asText(), now);
                last = item.get("seq").asLong();
            }
            if (items.isEmpty()) {
                try {
                    TimeUnit.MILLISECONDS.sleep(5);
                } catch (InterruptedException done) {
                    return;
                }
            }
        }
    }

    private static void waitUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        if (left > 0) {
            Await.pause(Duration.ofNanos(left));
        }
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
