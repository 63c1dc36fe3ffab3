package io.dateline.systemtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stored articles, tagged anew by an enrich service that looks for no quotes any more: how many a second come back, and
 * how many a second are switched to the new tags and back again.
 */
final class ReprocessBench {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int FASTEST = 1_000;
    private static final int PUSHED = 1_000;

    private final Http http = new Http();
    private final int count;

    ReprocessBench(int count) {
        this.count = count;
    }

    String run() {
        Map<String, String> settings = new ConcurrentHashMap<>();
        try (Dateline dateline = Dateline.start(settings)) {
            store(dateline);
            dateline.process(Service.ENRICH).stop(Duration.ofSeconds(20));
            settings.put("DATELINE_ENRICH_STEPS_OFF", "quote");
            dateline.launch(Service.ENRICH);
            dateline.awaitReady(Service.ENRICH);

            String reprocessings = dateline.url(Service.STORE) + "/api/reprocessings";
            double sent = seconds(() -> {
                http.post(reprocessings, "application/json", "{\"rate\": " + FASTEST + "}");
                Await.until("all to come back", LIMIT, () -> returned(reprocessings) >= count);
            });
            JsonNode report = http.json(reprocessings + "/1/report");
            double there = switched(reprocessings, "switch", "switched");
            double back = switched(reprocessings, "switch-back", "sent");
            return String.format(
                    Locale.ROOT,
                    "articles=%d articles_per_s=%.0f compared=%d differing=%d quotes_lost=%d switch_per_s=%.0f"
                            + " switch_back_per_s=%.0f",
                    count,
                    count / sent,
                    report.get("articles").asInt(),
                    report.get("differing").asInt(),
                    report.at("/kinds/quote/lost").asLong(),
                    count / there,
                    count / back);
        }
    }

    private void store(Dateline dateline) {
        List<BenchArticle> articles = Corpus.generated(count, 31);
        for (int from = 0; from < count; from += PUSHED) {
            http.post(
                    dateline.url(Service.INGEST) + "/api/articles",
                    "application/x-ndjson",
                    Corpus.ndjson(articles.subList(from, Math.min(count, from + PUSHED))));
        }
        ChangesReader changes = new ChangesReader(http, dateline.url(Service.STORE));
        Await.until(count + " stored articles", LIMIT, () -> {
            changes.poll();
            return changes.count() >= count;
        });
    }

    private long returned(String reprocessings) {
        JsonNode versions = http.json(reprocessings + "/1").get("versions");
        return versions.isEmpty() ? 0 : versions.get(0).get("articles").asLong();
    }

    private double switched(String reprocessings, String what, String then) {
        return seconds(() -> {
            http.post(reprocessings + "/1/" + what, "application/json", "");
            Await.until(
                    "all to be switched",
                    LIMIT,
                    () -> http.json(reprocessings + "/1").get("state").asText().equals(then));
        });
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
