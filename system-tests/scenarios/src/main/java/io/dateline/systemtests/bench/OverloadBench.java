package io.dateline.systemtests.bench;

import io.dateline.local.process.ChildProcess;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Memory;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Three times what the system can keep up with, for a minute: whether it stays up, whether readers are still answered, and
 * whether all that was accepted is stored once when it is over.
 */
final class OverloadBench {
    private static final int WARM_UP = 10_000;
    private static final int MEASURED = 10_000;
    private static final int TIMES = 3;
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Http http = new Http();

    String run() {
        try (Dateline dateline = Dateline.start()) {
            Map<Service, ChildProcess> processes = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                processes.put(service, dateline.process(service));
            }
            ChangesReader changes = new ChangesReader(http, dateline.url(Service.STORE));
            rate(dateline, changes, WARM_UP, 1);
            double sustained = rate(dateline, changes, MEASURED, 2);
            System.out.printf(Locale.ROOT, "%.0f articles a second are kept up with%n", sustained);
            Phase busy = phase(dateline, changes, sustained, 3);
            Phase overloaded = phase(dateline, changes, sustained * TIMES, 4);
            for (ChildProcess process : processes.values()) {
                process.requireAlive();
            }
            return String.format(
                    Locale.ROOT,
                    "sustained_per_s=%.0f offered_per_s=%.0f accepted=%d refused=%d lost=%d faults=%d waiting=%d drained_s=%.0f"
                            + " p95_ms=%.0f busy_p95_ms=%.0f p95_ratio=%.2f ingest_peak_mb=%d enrich_peak_mb=%d"
                            + " store_peak_mb=%d",
                    sustained,
                    overloaded.offered(),
                    overloaded.accepted(),
                    overloaded.refused(),
                    overloaded.lost(),
                    changes.faults().size(),
                    overloaded.waiting(),
                    overloaded.drainedSeconds(),
                    overloaded.p95(),
                    busy.p95(),
                    overloaded.p95() / busy.p95(),
                    Memory.peakMegabytes(processes.get(Service.INGEST).pid()),
                    Memory.peakMegabytes(processes.get(Service.ENRICH).pid()),
                    Memory.peakMegabytes(processes.get(Service.STORE).pid()));
        }
    }

    /** Pushed as fast as they are taken, until all can be read: articles a second. */
    private double rate(Dateline dateline, ChangesReader changes, int articles, int seed) {
        int before = changes.count();
        long began = System.nanoTime();
        OfferedLoad load = new OfferedLoad(http, dateline.url(Service.INGEST));
        load.send(Corpus.generated(articles, seed), Double.MAX_VALUE);
        follow(changes, before + load.accepted());
        return articles / ((System.nanoTime() - began) / 1e9);
    }

    /**
     * One minute at one rate.
     *
     * @param waiting accepted and not yet to be read when it was over
     * @param p95     of readers meanwhile, milliseconds
     */
    private record Phase(
            double offered, int accepted, int refused, int lost, int waiting, double drainedSeconds, double p95) {}

    private Phase phase(Dateline dateline, ChangesReader changes, double perSecond, int seed) {
        int before = changes.count();
        OfferedLoad load = new OfferedLoad(http, dateline.url(Service.INGEST));
        double offered;
        double p95;
        try (SteadyReader reader = new SteadyReader(dateline.url(Service.STORE))) {
            offered = load.send(Corpus.generated((int) (perSecond * LENGTH.toSeconds()), seed), perSecond);
            p95 = reader.p95();
        }
        while (changes.poll() > 0) {
            // Up to now.
        }
        int waiting = before + load.accepted() - changes.count();
        long began = System.nanoTime();
        follow(changes, before + load.accepted());
        double drained = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%.0f articles a second for %d s: %d accepted, %d refused, %d waiting, drained after %.0f s, readers p95 %.0f ms%n",
                offered,
                LENGTH.toSeconds(),
                load.accepted(),
                load.refused(),
                waiting,
                drained,
                p95);
        return new Phase(
                offered,
                load.accepted(),
                load.refused(),
                before + load.accepted() - changes.count(),
                waiting,
                drained,
                p95);
    }

    /** Until so many can be read, or until it is given up; what is missing then is lost. */
    private static void follow(ChangesReader changes, int count) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (changes.count() < count && System.nanoTime() < deadline) {
            if (changes.poll() == 0) {
                Await.pause(Duration.ofMillis(50));
            }
        }
    }
}
