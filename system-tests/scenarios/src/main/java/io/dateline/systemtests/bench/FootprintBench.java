package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Memory;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What each service takes: resident memory after it has worked, and the time from the start of its process until it says
 * that it is ready, with its servers running and nothing else to do. The JVM is given what {@code deploy/up} gives it.
 */
final class FootprintBench {
    private static final int ARTICLES = 5_000;
    private static final int STARTS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofSeconds(10);

    private final Http http = new Http();

    String run() {
        List<String> figures = new ArrayList<>();
        try (Dateline dateline = Dateline.start()) {
            for (Service service : Service.values()) {
                dateline.stop(service);
                dateline.archiveClasses(service);
                dateline.launch(service);
                dateline.awaitReady(service);
            }
            push(dateline);
            Await.pause(REST);
            for (Service service : Service.values()) {
                long pid = dateline.process(service).pid();
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d MB now, %d MB at most%n",
                        name(service),
                        Memory.megabytes(pid),
                        Memory.peakMegabytes(pid));
                figures.add(name(service) + "_mb=" + Memory.megabytes(pid));
                figures.add(name(service) + "_own_mb=" + Memory.ownMegabytes(pid));
            }
            for (Service service : Service.values()) {
                figures.add(String.format(Locale.ROOT, "%s_ready_s=%.1f", name(service), ready(dateline, service)));
            }
        }
        return String.join(" ", figures);
    }

    private static String name(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    private void push(Dateline dateline) {
        String lines = Corpus.ndjson(Corpus.generated(ARTICLES, 5));
        var answer = http.post(dateline.url(Service.INGEST) + "/api/articles", "application/x-ndjson", lines);
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("push answered " + answer.statusCode());
        }
        String last = dateline.url(Service.STORE) + "/api/changes?limit=1&after=" + (ARTICLES - 1);
        Await.until(
                "all to be stored", LIMIT, () -> !http.json(last).get("items").isEmpty());
    }

    /** Median of some starts, each with the classes that one before has laid out. */
    private static double ready(Dateline dateline, Service service) {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            dateline.stop(service);
            long began = System.nanoTime();
            dateline.launch(service);
            dateline.awaitReady(service);
            seconds[i] = (System.nanoTime() - began) / 1e9;
        }
        System.out.println(name(service) + " ready after " + Arrays.toString(seconds) + " s");
        Arrays.sort(seconds);
        return seconds[STARTS / 2];
    }
}
