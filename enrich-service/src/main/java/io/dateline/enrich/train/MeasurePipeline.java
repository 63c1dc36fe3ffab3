package io.dateline.enrich.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.wiring.Steps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Measures the whole pipeline, encoding included, on one thread and by the CPU time of the whole process, collector and
 * compilers included: what one core does, however busy the machine is. Options: {@code --corpus FILE.ndjson[.gz]} of
 * {@code {title, body}}, {@code --chars N} (bodies are joined and cut to N characters), {@code --articles N},
 * {@code --models DIR} (otherwise those in the jar). Every result is held against the rules of evidence.
 */
public final class MeasurePipeline {
    private static final PrintStream CONSOLE = System.out;
    /** Until the compilers have seen everything. */
    private static final int WARM_UP = 6_000;

    private MeasurePipeline() {}

    public static void main(String[] args) throws IOException {
        Options options = new Options(args);
        List<RawArticle> articles = articles(
                Path.of(options.get("corpus", "corpus.ndjson")),
                Integer.parseInt(options.get("chars", "1000")),
                Integer.parseInt(options.get("articles", "5000")));
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("the corpus holds no article");
        }
        String models = options.get("models", "");
        Pipeline pipeline =
                Steps.pipeline(models.isEmpty() ? ModelFiles.bundled() : ModelFiles.in(Path.of(models)), Set.of());
        for (int done = 0; done < WARM_UP; done += articles.size()) {
            run(pipeline, articles.subList(0, Math.min(articles.size(), WARM_UP - done)));
        }
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long cpu = process.getProcessCpuTime();
        long bytes = run(pipeline, articles);
        double seconds = (process.getProcessCpuTime() - cpu) / 1e9;
        double clock = (System.nanoTime() - wall) / 1e9;
        long tokens = articles.stream()
                .mapToLong(article -> Document.of(article).body().tokens().size())
                .sum();
        CONSOLE.printf(
                Locale.ROOT,
                "articles_per_s=%.0f tokens_per_s=%.0f by_the_clock=%.0f bytes_each=%d%n",
                articles.size() / seconds,
                tokens / seconds,
                articles.size() / clock,
                bytes / articles.size());
    }

    private static long run(Pipeline pipeline, List<RawArticle> articles) {
        long bytes = 0;
        for (RawArticle article : articles) {
            bytes += MessageCodec.encode(pipeline.enrich(article)).length;
        }
        return bytes;
    }

    private static List<RawArticle> articles(Path file, int chars, int most) throws IOException {
        List<RawArticle> articles = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null && articles.size() < most; line = reader.readLine()) {
                JsonNode json = MessageCodec.json().readTree(line);
                body.append(json.path("body").asText("").strip()).append("\n\n");
                if (body.length() >= chars) {
                    articles.add(article(articles.size(), json.path("title").asText(""), body.substring(0, chars)));
                    body.setLength(0);
                }
            }
        }
        return articles;
    }

    private static RawArticle article(int number, String title, String body) {
        return RawArticle.builder()
                .id(String.format(Locale.ROOT, "tx-%032x", number))
                .contentHash("0".repeat(64))
                .source(new Source("measure", "Measure", Source.Kind.IMPORT))
                .title(title.isBlank() ? "Untitled" : title.strip())
                .body(body.replace("\u0000", ""))
                .fetchedAt(Instant.parse("2026-01-01T00:00:00Z"))
                .original(new Original("text/plain", "0".repeat(64), body.length()))
                .build();
    }
}
