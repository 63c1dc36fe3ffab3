package io.dateline.systemtests.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.corpus.LabelledArticle;
import io.dateline.systemtests.corpus.StoryCorpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stores generated articles and a development set of known truth with the story builder off, then starts the store anew
 * with the builder on: articles a second from its first transaction to its last, and how its stories of the development
 * set agree with the truth.
 */
final class StoriesBench {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int CHUNK = 1_000;
    private static final int HAPPENINGS = 30;
    /** Far from the generated articles' days. */
    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

    private static final String ADDRESS = "https://truth.example/";
    private static final Pattern BUILT = Pattern.compile("dateline_stories_articles_total\\{[^}]*} ([0-9.E]+)");

    private final int count;
    private final Http http = new Http();

    StoriesBench(int count) {
        this.count = count;
    }

    String run() {
        List<LabelledArticle> labelled = new ArrayList<>(StoryCorpus.generated(HAPPENINGS, BEGIN, 1));
        Map<String, String> settings = new HashMap<>(Map.of("DATELINE_STORE_STORY_BUILD", "false"));
        try (Dateline dateline = Dateline.start(settings)) {
            push(dateline, Corpus.generated(count, 1).stream().map(Corpus::json).toList());
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < labelled.size(); i++) {
                lines.add(json(i, labelled.get(i)));
            }
            push(dateline, lines);
            int all = count + labelled.size();
            String last = dateline.url(Service.STORE) + "/api/changes?limit=1&after=" + (all - 1);
            Await.until(
                    all + " stored articles",
                    LIMIT,
                    () -> !http.json(last).get("items").isEmpty());
            dateline.kill(Service.STORE);
            settings.put("DATELINE_STORE_STORY_BUILD", "true");
            dateline.launch(Service.STORE);
            dateline.awaitReady(Service.STORE);
            double rate = rate(dateline, all);
            return String.format(
                    Locale.ROOT, "articles=%d articles_per_s=%.0f %s", all, rate, score(dateline, labelled));
        }
    }

    private double rate(Dateline dateline, int all) {
        String metrics = dateline.instance(Service.STORE).metricsUrl();
        long[] first = new long[2];
        Await.until("stories of " + all + " articles", LIMIT, () -> {
            long built = built(metrics);
            if (first[0] == 0 && built > 0) {
                first[0] = built;
                first[1] = System.nanoTime();
            }
            return built >= all;
        });
        return (all - first[0]) / ((System.nanoTime() - first[1]) / 1e9);
    }

    private long built(String metrics) {
        Matcher matcher = BUILT.matcher(http.get(metrics).body());
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
        }
        return (long) sum;
    }

    private String score(Dateline dateline, List<LabelledArticle> labelled) {
        Map<String, String> truth = new HashMap<>();
        for (int i = 0; i < labelled.size(); i++) {
            truth.put(ADDRESS + i, Integer.toString(labelled.get(i).story()));
        }
        Map<String, String> storyOf = new HashMap<>();
        Map<String, String> copyOf = new HashMap<>();
        read(dateline.url(Service.STORE) + "/api/stories", storyOf, copyOf);
        BCubed agreement = BCubed.of(truth, storyOf);
        int right = 0;
        int missed = 0;
        int wrong = 0;
        for (int i = 0; i < labelled.size(); i++) {
            int original = labelled.get(i).copyOf();
            String found = copyOf.get(ADDRESS + i);
            if (original >= 0) {
                // Two copies of one original are copies of each other where the original came in later.
                String same = copyOf.getOrDefault(ADDRESS + original, ADDRESS + original);
                boolean together = same.equals(found == null ? ADDRESS + i : found);
                right += together ? 1 : 0;
                missed += together ? 0 : 1;
            } else {
                wrong += found == null ? 0 : 1;
            }
        }
        return String.format(
                Locale.ROOT,
                "b3_f1=%.3f b3_precision=%.3f b3_recall=%.3f copy_precision=%.3f copy_recall=%.3f labelled=%d",
                agreement.f1(),
                agreement.precision(),
                agreement.recall(),
                right / (double) (right + wrong),
                right / (double) (right + missed),
                labelled.size());
    }

    /** By address, and the original's address. */
    private void read(String stories, Map<String, String> storyOf, Map<String, String> copyOf) {
        String question = stories + "?limit=100&from=" + BEGIN;
        String next = "";
        while (next != null) {
            JsonNode page = http.json(question + next);
            for (JsonNode item : page.get("items")) {
                String id = item.get("id").asText();
                Map<String, String> addresses = new HashMap<>();
                JsonNode members = http.json(stories + "/" + id).get("members");
                members.forEach(member -> addresses.put(
                        member.get("id").asText(), member.path("url").asText()));
                for (JsonNode member : members) {
                    String address = member.path("url").asText();
                    storyOf.put(address, id);
                    if (member.has("copyOf")) {
                        copyOf.put(address, addresses.get(member.get("copyOf").asText()));
                    }
                }
            }
            next = page.has("next") ? "&cursor=" + page.get("next").asText() : null;
        }
    }

    private static String json(int number, LabelledArticle article) {
        try {
            return MessageCodec.json()
                    .writeValueAsString(Map.of(
                            "title", article.title(),
                            "body", article.body(),
                            "publishedAt", article.publishedAt().toString(),
                            "source", article.source(),
                            "url", ADDRESS + number));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void push(Dateline dateline, List<String> lines) {
        for (int from = 0; from < lines.size(); from += CHUNK) {
            String chunk = String.join("\n", lines.subList(from, Math.min(lines.size(), from + CHUNK)));
            var answer = http.post(dateline.url(Service.INGEST) + "/api/articles", "application/x-ndjson", chunk);
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("push answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }
}
