package io.dateline.enrich;

import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.RawArticleBuilder;
import io.dateline.contracts.article.Source;
import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.wiring.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Articles and the pipeline, loaded once for all tests. */
public final class Samples {
    public static final Pipeline PIPELINE = Steps.pipeline(ModelFiles.bundled(), Set.of());
    public static final List<String> TEXTS = List.of(
            "seed/story.txt",
            "gum/defector.txt",
            "gum/expo.txt",
            "gum/stampede.txt",
            "gum/ie9.txt",
            "gum/election.txt");

    private Samples() {}

    public static String text(String resource) {
        try (InputStream in = Samples.class.getResourceAsStream("/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seed story as ingest publishes it: no headline, so the first sentence stands in. */
    public static RawArticle seed() {
        String body = text("seed/story.txt");
        int from = body.indexOf("On September 23");
        return article(body.substring(from, body.indexOf("\n", from)), body)
                .titleDerived(true)
                .publishedAt(Instant.parse("2025-09-23T00:00:00Z"))
                .publishedPrecision("day")
                .build();
    }

    public static RawArticleBuilder article(String title, String body) {
        return RawArticle.builder()
                .id("tx-00000000000000000000000000000001")
                .contentHash("0".repeat(64))
                .source(new Source("test", "Test", Source.Kind.PUSH))
                .title(title)
                .body(body)
                .fetchedAt(Instant.parse("2026-01-01T06:00:00Z"))
                .original(new Original("text/plain", "0".repeat(64), body.length()));
    }
}
