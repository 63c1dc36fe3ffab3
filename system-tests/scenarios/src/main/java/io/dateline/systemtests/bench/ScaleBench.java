package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Instance;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One, two and three instances of each service: how many articles a second all of them bring from push to queryable, how
 * long the slowest article takes while an instance joins, leaves in order or is killed under a steady load, and that no
 * change is lost or told twice meanwhile. On one machine all instances share its cores, so the rates say what more
 * instances cost, not what they bring on machines of their own.
 */
final class ScaleBench {
    private static final int WARM_UP = 4_000;
    private static final int CHUNK = 1_000;
    private static final int PER_SECOND = 40;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final int count;
    private final Http http = new Http();
    private final List<String> ingests = new ArrayList<>();
    private int rounds;

    /** @param count articles of each of the three rates */
    ScaleBench(int count) {
        this.count = count;
    }

    String run() {
        try (Dateline dateline = Dateline.start()) {
            ingests.add(dateline.url(Service.INGEST));
            ChangesReader reader = new ChangesReader(http, dateline.url(Service.STORE));
            rate(reader, WARM_UP);
            double one = rate(reader, count);
            SteadyLoad load = new SteadyLoad(http, ingests.get(0), reader, PER_SECOND);
            double second = longest(
                    tell("a second store joins", load, () -> dateline.startSecond(Service.STORE)),
                    tell("a second ingest joins", load, () -> startedIngest(dateline.startSecond(Service.INGEST))),
                    tell("a second enrich joins", load, () -> dateline.startSecond(Service.ENRICH)));
            double two = rate(reader, count);
            double third = longest(
                    tell("a third store joins", load, () -> dateline.startThird(Service.STORE)),
                    tell("a third ingest joins", load, () -> startedIngest(dateline.startThird(Service.INGEST))),
                    tell("a third enrich joins", load, () -> dateline.startThird(Service.ENRICH)));
            double three = rate(reader, count);
            double leaves = longest(
                    tell("two of three enrich leave", load, () -> dateline.stopOthers(Service.ENRICH)),
                    tell("two of three ingest leave", load, () -> dateline.stopOthers(Service.INGEST)));
            double killed = tell("two of three store are killed", load, () -> dateline.killOthers(Service.STORE));
            return String.format(
                    Locale.ROOT,
                    "one_per_s=%.0f two_per_s=%.0f three_per_s=%.0f join_slowest_s=%.1f leave_slowest_s=%.1f"
                            + " killed_slowest_s=%.1f faults=%d",
                    one,
                    two,
                    three,
                    longest(second, third),
                    leaves,
                    killed,
                    reader.faults().size());
        }
    }

    private void startedIngest(Instance instance) {
        ingests.add(instance.url());
    }

    private static double longest(double... seconds) {
        return Arrays.stream(seconds).max().orElseThrow();
    }

    private static double tell(String what, SteadyLoad load, Runnable change) {
        double seconds = load.slowest(change);
        System.out.printf(Locale.ROOT, "%s: the slowest article took %.1f s%n", what, seconds);
        return seconds;
    }

    /** Articles a second from the first byte pushed until all are queryable; throws where one does not come. */
    private double rate(ChangesReader reader, int articles) {
        List<BenchArticle> all = Corpus.generated(articles, 50 + rounds++);
        int expected = reader.count() + articles;
        long began = System.nanoTime();
        Thread pusher = new Thread(() -> push(all), "push");
        pusher.start();
        Await.until(articles + " articles to be queryable", LIMIT, () -> {
            reader.poll();
            return reader.count() >= expected;
        });
        double rate = articles / ((System.nanoTime() - began) / 1e9);
        System.out.printf(Locale.ROOT, "%d instances of ingest: %.0f articles a second%n", ingests.size(), rate);
        return rate;
    }

    private void push(List<BenchArticle> articles) {
        for (int from = 0; from < articles.size(); from += CHUNK) {
            String lines = Corpus.ndjson(articles.subList(from, Math.min(articles.size(), from + CHUNK)));
            String ingest = ingests.get(from / CHUNK % ingests.size());
            var answer = http.post(ingest + "/api/articles", "application/x-ndjson", lines);
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("push answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }
}
