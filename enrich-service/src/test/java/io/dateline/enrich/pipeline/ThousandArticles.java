package io.dateline.enrich.pipeline;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.Samples;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A thousand different articles made of real sentences, and the hash of what the pipeline makes of them. */
final class ThousandArticles {
    private static final int COUNT = 1_000;
    private static final int CHARACTERS = 900;
    private static final Instant FIRST = Instant.parse("2025-01-03T06:00:00Z");
    private static final PrintStream CONSOLE = System.out;

    private ThousandArticles() {}

    /** What a second process runs, in a locale and a time zone of its own: prints the hash. */
    public static void main(String[] args) {
        Map<String, byte[]> found = new TreeMap<>();
        for (RawArticle article : make()) {
            found.put(article.id(), MessageCodec.encode(Samples.PIPELINE.enrich(article)));
        }
        CONSOLE.println(hash(found));
    }

    static List<RawArticle> make() {
        Random random = new Random(11);
        List<RawArticle> articles = new ArrayList<>();
        List<String[]> stories = Samples.TEXTS.stream()
                .map(name -> Samples.text(name).split("(?<=[.!?”])\\s+"))
                .toList();
        for (int i = 0; i < COUNT; i++) {
            String[] story = stories.get(i % stories.size());
            StringBuilder body = new StringBuilder(story[0]);
            while (body.length() < CHARACTERS) {
                String[] from = random.nextInt(4) == 0 ? stories.get(random.nextInt(stories.size())) : story;
                body.append(random.nextInt(4) == 0 ? "\n\n" : " ").append(from[random.nextInt(from.length)]);
            }
            articles.add(Samples.article(story[random.nextInt(story.length)], body.toString())
                    .id(String.format(Locale.ROOT, "tx-%032x", i))
                    .publishedAt(FIRST.plusSeconds(i * 20_000L))
                    .publishedPrecision("second")
                    .build());
        }
        return articles;
    }

    /** @param found enriched articles as bytes, by id */
    static String hash(Map<String, byte[]> found) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(found).forEach((id, bytes) -> {
                digest.update(id.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
