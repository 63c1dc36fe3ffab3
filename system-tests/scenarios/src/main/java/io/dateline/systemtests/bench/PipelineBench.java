package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From push to queryable: distinct articles pushed as NDJSON, timed from the first byte sent to the last article's
 * appearance in the change sequence, first to a system just started ({@code cold_per_s}), then to the same one warm. The CPU bound is what the machine's cores would allow at the
 * CPU time the system's five processes really used for each article; the ratio is how much of that was reached.
 */
final class PipelineBench {
    private static final int CHUNK = 1_000;
    /** Until then the compilers of three JVMs take a good part of the cores. */
    private static final int WARM_UP = 20_000;

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Path corpus;
    private final int count;
    private final Http http = new Http();

    PipelineBench(Path corpus, int count) {
        this.corpus = corpus;
        this.count = count;
    }

    String run() {
        List<BenchArticle> articles = corpus == null ? Corpus.generated(count, 1) : Corpus.of(corpus, count);
        double characters = articles.stream()
                .mapToInt(article -> article.body().length())
                .average()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%d articles, bodies of %.0f characters on average, after %d to warm up%n",
                articles.size(),
                characters,
                WARM_UP);
        try (Dateline dateline = Dateline.start()) {
            ChangesReader reader = new ChangesReader(http, dateline.url(Service.STORE));
            long started = System.nanoTime();
            pushAndFollow(dateline, reader, Corpus.generated(WARM_UP, 2));
            double cold = WARM_UP / ((System.nanoTime() - started) / 1e9);
            check(reader);
            Map<String, Double> cpuBefore = dateline.cpuSeconds();
            long began = System.nanoTime();
            pushAndFollow(dateline, reader, articles);
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpu = tellCpu(cpuBefore, dateline.cpuSeconds(), articles.size());
            check(reader);
            double rate = articles.size() / seconds;
            int cores = Runtime.getRuntime().availableProcessors();
            double bound = cores / (cpu / articles.size());
            System.out.printf(
                    Locale.ROOT,
                    "%.1f s, %.2f ms of CPU an article, %d cores would allow %.0f articles/s%n",
                    seconds,
                    1000 * cpu / articles.size(),
                    cores,
                    bound);
            return String.format(
                    Locale.ROOT,
                    "articles=%d seconds=%.1f articles_per_s=%.0f cpu_bound_ratio=%.2f cold_per_s=%.0f faults=%d",
                    articles.size(),
                    seconds,
                    rate,
                    rate / bound,
                    cold,
                    reader.faults().size());
        }
    }

    /** Prints what each process spent on an article and returns the sum of all in seconds. */
    private static double tellCpu(Map<String, Double> before, Map<String, Double> after, int articles) {
        double sum = 0;
        for (var process : after.entrySet()) {
            double spent = process.getValue() - before.get(process.getKey());
            System.out.printf(
                    Locale.ROOT, "%-16s %.2f ms of CPU an article%n", process.getKey(), 1000 * spent / articles);
            sum += spent;
        }
        return sum;
    }

    private void pushAndFollow(Dateline dateline, ChangesReader reader, List<BenchArticle> articles) {
        long last = reader.last() + articles.size();
        // Changes are numbered without holes, so the last one's presence says that all are there. Asking for it alone
        // keeps the observer's own cost out of the figure; the reader checks them all one by one afterwards.
        String lastChange = dateline.url(Service.STORE) + "/api/changes?limit=1&after=" + (last - 1);
        Thread pusher = new Thread(() -> push(dateline, articles), "push");
        pusher.start();
        Await.until(
                articles.size() + " articles to be queryable",
                LIMIT,
                () -> !http.json(lastChange).get("items").isEmpty());
    }

    /** Reads every change; throws where one is missing or came twice. */
    private static void check(ChangesReader reader) {
        while (reader.poll() > 0) {
            // As fast as they come.
        }
        if (!reader.faults().isEmpty()) {
            throw new IllegalStateException("the change sequence has faults: " + reader.faults());
        }
    }

    private void push(Dateline dateline, List<BenchArticle> articles) {
        for (int from = 0; from < articles.size(); from += CHUNK) {
            String lines = Corpus.ndjson(articles.subList(from, Math.min(articles.size(), from + CHUNK)));
            var answer = http.post(dateline.url(Service.INGEST) + "/api/articles", "application/x-ndjson", lines);
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("push answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }
}
