package io.dateline.enrich.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.message.MessageCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Datelines of the stories of Reuters-21578, which the corpus keeps apart from the body: found when put back, linked to
 * a place, dated as the story is to three days; and stories read without theirs, where any that is found is false.
 */
final class ReutersDatelines implements Evaluation {
    private static final String FILE = "corpora/reuters-21578.ndjson.gz";
    private static final int STORIES = 5_000;
    private static final long DAYS = 3L * 24 * 3600;

    private int datelines;
    private int found;
    private int linked;
    private int dated;
    private int withFalse;

    @Override
    public String step() {
        return "dateline";
    }

    @Override
    public String set() {
        return "Reuters-21578";
    }

    @Override
    public List<String> needs() {
        return List.of(FILE);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(ground.file(FILE))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && datelines < STORIES; line = lines.readLine()) {
                JsonNode story = MessageCodec.json().readTree(line);
                if (story.path("dateline").asText("").endsWith("-")) {
                    read(ground, story);
                }
            }
        }
        return List.of(
                new Figure("found", 100.0 * found / datelines, datelines),
                new Figure("linked to a place", 100.0 * linked / datelines, datelines),
                new Figure("day of the story", 100.0 * dated / datelines, datelines),
                new Figure("false where there is none", 100.0 * withFalse / datelines, datelines));
    }

    private void read(Ground ground, JsonNode story) {
        Instant published = Instant.parse(story.path("date").asText());
        String body = story.path("body").asText("").replace("\u0000", "");
        Dateline ours = dateline(ground, story.path("dateline").asText() + " " + body, published);
        datelines++;
        if (ours != null) {
            found++;
            linked += ours.place() == null ? 0 : 1;
            dated += ours.date() != null && near(ours, published) ? 1 : 0;
        }
        withFalse += dateline(ground, body, published) == null ? 0 : 1;
    }

    private static boolean near(Dateline ours, Instant published) {
        long days = ours.date().toEpochDay() * 24 * 3600 - published.getEpochSecond();
        return Math.abs(days) <= DAYS;
    }

    private static Dateline dateline(Ground ground, String body, Instant published) {
        // The opening is all a dateline can stand in.
        String opening = body.substring(0, Math.min(body.length(), 400));
        RawArticle article = TestArticle.of("", opening).toBuilder()
                .publishedAt(published)
                .publishedPrecision("second")
                .build();
        return ground.pipeline().enrich(article).dateline();
    }
}
