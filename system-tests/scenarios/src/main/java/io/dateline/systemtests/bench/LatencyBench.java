package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** From accepted to queryable, one push an article, 50 a second. */
final class LatencyBench {
    static final int PER_SECOND = 50;
    private static final int WARM_UP = 6_000;

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
            warmUp(dateline, http);
            long after = PacedPushes.newest(dateline, http, 0);
            PacedPushes pushes = new PacedPushes(dateline, http);
            try (StreamClock stream = new StreamClock(dateline.url(Service.STORE), after)) {
                double[] queryable = pushes.run(articles.iterator(), PER_SECOND, () -> false, after);
                return "articles=" + queryable.length + " per_s=" + PER_SECOND + " "
                        + figures(queryable, stream.millis(pushes.acceptedAt()));
            }
        }
    }

    /** Both in milliseconds since they were accepted, sorted. */
    static String figures(double[] queryable, double[] streamed) {
        return String.format(
                Locale.ROOT,
                "p50_ms=%.0f p99_ms=%.0f max_ms=%.0f sse_p50_ms=%.0f sse_p99_ms=%.0f",
                PacedPushes.percentile(queryable, 0.5),
                PacedPushes.percentile(queryable, 0.99),
                queryable[queryable.length - 1],
                PacedPushes.percentile(streamed, 0.5),
                PacedPushes.percentile(streamed, 0.99));
    }

    /** Until the JVMs have compiled what matters. */
    static void warmUp(Dateline dateline, Http http) {
        new PacedPushes(dateline, http).run(Corpus.generated(WARM_UP, 4).iterator(), 4 * PER_SECOND, () -> false, 0);
    }

    /** Milliseconds of each, sorted. */
    static double[] alone(Dateline dateline, Http http, List<BenchArticle> articles) {
        long after = PacedPushes.newest(dateline, http, 0);
        return new PacedPushes(dateline, http).run(articles.iterator(), PER_SECOND, () -> false, after);
    }
}
