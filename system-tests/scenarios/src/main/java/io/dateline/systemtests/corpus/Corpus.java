package io.dateline.systemtests.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Articles for benchmarks and fault runs: the same every time, or those of a file. */
public final class Corpus {
    private static final int BODY_LENGTH = 1_000;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private Corpus() {}

    /**
     * Distinct articles made from the sample newsroom's stories: a story's opening, then sentences of others, bodies
     * averaging 1,000 characters.
     *
     * @param seed the same seed gives the same articles
     */
    public static List<BenchArticle> generated(int count, long seed) {
        List<Story> stories = Stream.of("stories.json", "wikinews.json")
                .flatMap(name -> read(name).stream())
                .toList();
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> generate(stories, random, seed, i))
                .toList();
    }

    /** The articles of an NDJSON file, one {@code {title, body, publishedAt?, url?}} a line; at most {@code limit}. */
    public static List<BenchArticle> of(Path ndjson, int limit) {
        try (Stream<String> lines = Files.lines(ndjson)) {
            return lines.filter(line -> !line.isBlank())
                    .limit(limit)
                    .map(Corpus::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As NDJSON, one article a line. */
    public static String ndjson(List<BenchArticle> articles) {
        StringBuilder lines = new StringBuilder();
        for (BenchArticle article : articles) {
            lines.append(json(article)).append('\n');
        }
        return lines.toString();
    }

    public static String json(BenchArticle article) {
        try {
            return MessageCodec.json().writeValueAsString(article);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BenchArticle generate(List<Story> stories, Random random, long seed, int serial) {
        Story story = stories.get(random.nextInt(stories.size()));
        StringBuilder body = new StringBuilder(story.paragraphs().get(0));
        while (body.length() < BODY_LENGTH - 100) {
            Story other = random.nextInt(3) == 0 ? stories.get(random.nextInt(stories.size())) : story;
            String paragraph =
                    other.paragraphs().get(random.nextInt(other.paragraphs().size()));
            String[] sentences = paragraph.split("(?<=[.!?]) ");
            body.append(random.nextInt(3) == 0 ? "\n\n" : " ").append(sentences[random.nextInt(sentences.length)]);
        }
        body.append("\n\nReference ").append(seed).append('-').append(serial).append('.');
        String at = FIRST.plusSeconds(serial * 60L).toString();
        return new BenchArticle(
                story.title() + ", report " + serial,
                body.toString(),
                at,
                "https://bench.example/" + seed + "/" + serial);
    }

    private static BenchArticle parse(String line) {
        try {
            return MessageCodec.json().readValue(line, BenchArticle.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Story> read(String name) {
        try (InputStream in = Corpus.class.getResourceAsStream("/newsroom/" + name)) {
            List<Story> stories = new ArrayList<>();
            for (JsonNode story : MessageCodec.json().readTree(in)) {
                List<String> paragraphs = new ArrayList<>();
                story.get("body").forEach(paragraph -> paragraphs.add(paragraph.asText()));
                stories.add(new Story(story.get("title").asText(), paragraphs));
            }
            return stories;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample newsroom's " + name + " cannot be read", e);
        }
    }

    private record Story(String title, List<String> paragraphs) {}
}
