package io.dateline.enrich.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * PLOVER's hand-coded sentences: is the type right where one is given, how many are answered, and are the countries of
 * actor and recipient right. A sentence's answer is its most certain event, the first of equals. Older names of types
 * are taken for their successors: DEMAND is REQUEST, FIGHT is ASSAULT, DISAPPROVE and INVESTIGATE are ACCUSE.
 */
final class PloverEvents implements Evaluation {
    private static final String FILE = "events/plover-gsr-dev.json";
    private static final Map<String, String> NOW =
            Map.of("DEMAND", "REQUEST", "FIGHT", "ASSAULT", "DISAPPROVE", "ACCUSE", "INVESTIGATE", "ACCUSE");

    private final Map<String, String> iso = new HashMap<>();

    PloverEvents() {
        for (String two : Locale.getISOCountries()) {
            iso.put(new Locale.Builder().setRegion(two).build().getISO3Country(), two);
        }
    }

    @Override
    public String step() {
        return "event";
    }

    @Override
    public String set() {
        return "plover-gsr-dev";
    }

    @Override
    public List<String> needs() {
        return List.of(FILE);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        Map<String, long[]> counts = new TreeMap<>();
        int number = 0;
        for (JsonNode record : new ObjectMapper().readTree(Files.readString(ground.file(FILE)))) {
            score(record, answer(ground, record), number++ % 2 == 0 ? " (even)" : " (odd)", counts);
        }
        return counts.entrySet().stream()
                .map(entry -> new Figure(
                        entry.getKey(),
                        100.0 * entry.getValue()[0] / Math.max(1, entry.getValue()[1]),
                        entry.getValue()[1]))
                .toList();
    }

    private static Optional<Event> answer(Ground ground, JsonNode record) {
        String text = record.get("text").asText();
        RawArticle article = RawArticle.builder()
                .id("tx-00000000000000000000000000000001")
                .contentHash("0".repeat(64))
                .source(new Source("gold", "Gold", Source.Kind.PUSH))
                .title("-")
                .body(text)
                .language("en")
                .fetchedAt(Instant.EPOCH)
                .original(new Original("text/plain", "0".repeat(64), text.length()))
                .build();
        // The first of the most certain: a stream's max would take the last.
        return ground.pipeline().enrich(article).events().stream()
                .sorted(Comparator.comparingDouble(Event::confidence).reversed())
                .findFirst();
    }

    private void score(JsonNode record, Optional<Event> answer, String half, Map<String, long[]> counts) {
        String gold = record.get("event").asText();
        String type = NOW.getOrDefault(gold, gold);
        for (String part : List.of("", half)) {
            count(counts, "answered" + part, answer.isPresent());
            if (answer.isPresent()) {
                count(counts, "right of answered" + part, answer.get().type().equals(type));
            }
        }
        answer.ifPresent(event -> {
            country(counts, "actor country", record.path("source"), event.actors());
            country(counts, "recipient country", record.path("target"), event.recipients());
        });
    }

    private void country(Map<String, long[]> counts, String measure, JsonNode gold, List<Event.Participant> given) {
        String two = gold.isEmpty() ? null : iso.get(gold.get(0).path("code").asText());
        if (two != null) {
            count(counts, measure, given.stream().anyMatch(one -> two.equals(one.country())));
        }
    }

    private static void count(Map<String, long[]> counts, String measure, boolean right) {
        long[] both = counts.computeIfAbsent(measure, name -> new long[2]);
        both[0] += right ? 1 : 0;
        both[1]++;
    }
}
