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

/**
 * PLOVER's hand-coded sentences: is the type right where one is given, how many are answered, precision and recall of
 * each type, and are the countries of actor and recipient right. A sentence's answer is its most certain event, the first of equals. Older names of types
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
        Tally tally = new Tally();
        int number = 0;
        for (JsonNode record : new ObjectMapper().readTree(Files.readString(ground.file(FILE)))) {
            score(record, answer(ground, record), number++ % 2 == 0 ? " (even)" : " (odd)", tally);
        }
        return tally.figures();
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

    private void score(JsonNode record, Optional<Event> answer, String half, Tally tally) {
        String gold = record.get("event").asText();
        String type = NOW.getOrDefault(gold, gold);
        for (String part : List.of("", half)) {
            tally.share("answered" + part, answer.isPresent());
            answer.ifPresent(event ->
                    tally.share("right of answered" + part, event.type().equals(type)));
        }
        tally.compareEach(List.of(type), answer.map(Event::type).stream().toList());
        answer.ifPresent(event -> {
            country(tally, "actor country", record.path("source"), event.actors());
            country(tally, "recipient country", record.path("target"), event.recipients());
        });
    }

    private void country(Tally tally, String measure, JsonNode gold, List<Event.Participant> given) {
        String two = gold.isEmpty() ? null : iso.get(gold.get(0).path("code").asText());
        if (two != null) {
            tally.share(measure, given.stream().anyMatch(one -> two.equals(one.country())));
        }
    }
}
