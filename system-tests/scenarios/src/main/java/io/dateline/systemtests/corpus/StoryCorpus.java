package io.dateline.systemtests.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A development set for stories with known truth: happenings of ten kinds, each told by up to four papers in their own
 * words; other happenings of the same kind, told with the same words about other places, people and numbers; the sample
 * newsroom's stories and Wikinews, one of each; and copies of all these, edited in several ways. Artificial: real papers
 * repeat each other less neatly, and happenings run into one another.
 */
public final class StoryCorpus {
    private static final int SOURCES = 40;
    private static final int DAYS = 5;
    private static final String[] WEEKDAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };

    private final Random random;
    private final Instant begin;
    private final Fillings fillings;
    private final List<Draft> drafts = new ArrayList<>();
    private int stories;

    private StoryCorpus(long seed, Instant begin) {
        this.random = new Random(seed);
        this.begin = begin;
        this.fillings = new Fillings(random);
    }

    /**
     * In the order in which they come in, which is not quite that of publication.
     *
     * @param happenings told by templates; each makes about five articles
     * @param begin      of the five days they are spread over
     * @param seed       the same seed gives the same articles
     */
    public static List<LabelledArticle> generated(int happenings, Instant begin, long seed) {
        StoryCorpus corpus = new StoryCorpus(seed, begin);
        List<List<List<String>>> kinds = kinds();
        for (int i = 0; i < happenings; i++) {
            corpus.happening(kinds.get(i % kinds.size()));
        }
        for (JsonNode story : newsroom()) {
            corpus.single(story);
        }
        corpus.copies();
        return corpus.labelled();
    }

    private static final class Draft {
        final String title;
        final List<String> sentences;
        final Instant at;
        final String source;
        final int story;
        final Draft original;
        final String strength;
        final double jitter;

        Draft(
                String title,
                List<String> sentences,
                Instant at,
                String source,
                int story,
                Draft original,
                String strength,
                double jitter) {
            this.title = title;
            this.sentences = sentences;
            this.at = at;
            this.source = source;
            this.story = story;
            this.original = original;
            this.strength = strength;
            this.jitter = jitter;
        }

        Instant in() {
            return at.plusSeconds((long) (jitter * 3_600));
        }
    }

    private void happening(List<List<String>> tellings) {
        Instant at = begin.plusSeconds(random.nextInt(DAYS * 86_400));
        Map<String, String> filling = fillings.next(WEEKDAYS[random.nextInt(WEEKDAYS.length)]);
        int story = stories++;
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, tellings.size()).boxed().toList());
        java.util.Collections.shuffle(order, random);
        // One in four is told by one paper alone.
        int told = random.nextInt(4) == 0 ? 1 : 2 + random.nextInt(tellings.size() - 1);
        for (int telling : order.subList(0, told)) {
            List<String> text = tellings.get(telling).stream()
                    .map(sentence -> Fillings.fill(sentence, filling))
                    .toList();
            original(text.get(0), text.subList(1, text.size()), at.plusSeconds(random.nextInt(36 * 3_600)), story);
        }
    }

    private void single(JsonNode story) {
        List<String> sentences = new ArrayList<>();
        story.get("body")
                .forEach(paragraph -> sentences.addAll(
                        List.of(paragraph.asText().replace("{date}", "Nov 20").split("(?<=[.!?]) "))));
        original(story.get("title").asText(), sentences, begin.plusSeconds(random.nextInt(DAYS * 86_400)), stories++);
    }

    private void original(String title, List<String> sentences, Instant at, int story) {
        drafts.add(new Draft(title, sentences, at, source(), story, null, "original", random.nextDouble()));
    }

    private String source() {
        return "paper-" + random.nextInt(SOURCES);
    }

    private void copies() {
        for (Draft original : List.copyOf(drafts)) {
            int copies = random.nextInt(2) == 0 ? 0 : 1 + random.nextInt(3);
            for (int i = 0; i < copies; i++) {
                Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
                drafts.add(new Draft(
                        edit.title(original.title, random),
                        edit.sentences(original.sentences, random),
                        original.at.plus(Duration.ofMinutes(1 + random.nextInt(600))),
                        source(),
                        original.story,
                        original,
                        edit.name().toLowerCase(java.util.Locale.ROOT),
                        random.nextDouble()));
            }
        }
    }

    private List<LabelledArticle> labelled() {
        drafts.sort(Comparator.comparing(Draft::in));
        Map<Draft, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            places.put(drafts.get(i), i);
        }
        return drafts.stream()
                .map(draft -> new LabelledArticle(
                        draft.title,
                        String.join(" ", draft.sentences),
                        draft.at,
                        draft.source,
                        draft.story,
                        draft.original == null ? -1 : places.get(draft.original),
                        draft.strength))
                .toList();
    }

    private static List<List<List<String>>> kinds() {
        List<List<List<String>>> kinds = new ArrayList<>();
        for (JsonNode kind : read("/stories/tellings.json")) {
            List<List<String>> tellings = new ArrayList<>();
            for (JsonNode telling : kind.get("tellings")) {
                List<String> sentences = new ArrayList<>();
                telling.forEach(sentence -> sentences.add(sentence.asText()));
                tellings.add(sentences);
            }
            kinds.add(tellings);
        }
        return kinds;
    }

    private static List<JsonNode> newsroom() {
        List<JsonNode> stories = new ArrayList<>();
        read("/newsroom/stories.json").forEach(stories::add);
        read("/newsroom/wikinews.json").forEach(stories::add);
        return stories;
    }

    private static JsonNode read(String name) {
        try (InputStream in = StoryCorpus.class.getResourceAsStream(name)) {
            return MessageCodec.json().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
