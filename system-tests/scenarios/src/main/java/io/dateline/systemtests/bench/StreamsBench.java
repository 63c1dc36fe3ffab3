package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Memory;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.Locale;

/**
 * What many clients of the live stream, half of whom never read, do to the store and to everybody else: its resident
 * memory, and how long an article takes to be queryable, with them and without.
 */
final class StreamsBench {
    private static final int CLIENTS = 500;
    private static final int ARTICLES = 1_500;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Http http = new Http();

    String run() {
        try (Dateline dateline = Dateline.start()) {
            LatencyBench.warmUp(dateline, http);
            double alone = p99(dateline, 20);
            long pid = dateline.process(Service.STORE).pid();
            long before = Memory.megabytes(pid);
            double beside;
            long grown;
            try (StalledClients clients = new StalledClients(dateline.instance(Service.STORE), CLIENTS)) {
                Await.until("all to be connected", LIMIT, () -> open(dateline) >= CLIENTS);
                beside = p99(dateline, 21);
                grown = Memory.megabytes(pid) - before;
                System.out.printf("%d of %d are still connected%n", (int) open(dateline), CLIENTS);
            }
            Await.until("all to be gone", LIMIT, () -> open(dateline) == 0);
            return String.format(
                    Locale.ROOT,
                    "clients=%d rss_grown_mb=%d p99_ratio=%.2f alone_p99_ms=%.0f beside_p99_ms=%.0f leaked=%.0f",
                    CLIENTS,
                    grown,
                    beside / alone,
                    alone,
                    beside,
                    open(dateline));
        }
    }

    private double p99(Dateline dateline, int seed) {
        return PacedPushes.percentile(LatencyBench.alone(dateline, http, Corpus.generated(ARTICLES, seed)), 0.99);
    }

    private double open(Dateline dateline) {
        return http.get(dateline.instance(Service.STORE).metricsUrl())
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("dateline_stream_clients") && !line.startsWith("dateline_stream_clients_limit"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
