package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Pushes articles one by one at a steady rate and measures each from accepted (the 202 is back) to queryable (the article
 * is in the change sequence, which is the same commit that makes it findable), by a client that polls every 5 ms.
 */
final class PacedPushes {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Dateline dateline;
    private final Http http;
    private final Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private volatile boolean over;

    PacedPushes(Dateline dateline, Http http) {
        this.dateline = dateline;
        this.http = http;
    }

    /**
     * Each article's milliseconds, sorted, once all of them are queryable. To be called once.
     *
     * @param enough asked before each push
     * @param after  where in the change sequence to begin to look
     */
    double[] run(Iterator<BenchArticle> articles, int perSecond, BooleanSupplier enough, long after) {
        ExecutorService pushers = Executors.newFixedThreadPool(8);
        Thread follower = new Thread(() -> follow(after), "follow");
        follower.setDaemon(true);
        follower.start();
        int pushed = 0;
        try {
            long began = System.nanoTime();
            while (!enough.getAsBoolean() && articles.hasNext()) {
                BenchArticle article = articles.next();
                waitUntil(began + pushed * 1_000_000_000L / perSecond);
                pushers.execute(() -> push(article));
                pushed++;
            }
            int all = pushed;
            Await.until(
                    "all articles to be queryable",
                    LIMIT,
                    () -> acceptedAt.size() == all && seenAt.keySet().containsAll(acceptedAt.keySet()));
        } finally {
            pushers.shutdownNow();
            over = true;
        }
        return acceptedAt.entrySet().stream()
                .mapToDouble(one -> Math.max(0, (seenAt.get(one.getKey()) - one.getValue()) / 1e6))
                .sorted()
                .toArray();
    }

    /** When each was accepted, by id, in the nanoseconds of {@link System#nanoTime()}. */
    Map<String, Long> acceptedAt() {
        return acceptedAt;
    }

    /** Articles that came into the change sequence and were not pushed by us, but for those just on their way. */
    long othersSeen() {
        return seenAt.size()
                - acceptedAt.keySet().stream().filter(seenAt::containsKey).count();
    }

    static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    /** The number of the newest change. */
    static long newest(Dateline dateline, Http http, long after) {
        long last = after;
        while (true) {
            var items = http.json(dateline.url(Service.STORE) + "/api/changes?limit=1000&after=" + last)
                    .get("items");
            if (items.isEmpty()) {
                return last;
            }
            last = items.get(items.size() - 1).get("seq").asLong();
        }
    }

    private void push(BenchArticle article) {
        var answer =
                http.post(dateline.url(Service.INGEST) + "/api/articles", "application/json", Corpus.json(article));
        if (answer.statusCode() == 202) {
            acceptedAt.put(Http.parse(answer.body()).get("id").asText(), System.nanoTime());
        } else {
            System.out.println("push answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void follow(long after) {
        long last = after;
        while (!over) {
            var items = http.json(dateline.url(Service.STORE) + "/api/changes?limit=1000&after=" + last)
                    .get("items");
            long now = System.nanoTime();
            for (var item : items) {
                seenAt.putIfAbsent(item.get("id").asText(), now);
                last = item.get("seq").asLong();
            }
            if (items.isEmpty()) {
                Await.pause(LOOK);
            }
        }
    }

    private static void waitUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        if (left > 0) {
            Await.pause(Duration.ofNanos(left));
        }
    }
}
