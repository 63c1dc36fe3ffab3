package io.dateline.enrich.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every span of every tag over all texts of a folder: the share whose surface is the text it points at. It looks for
 * spans in the message as consumers get it, not in our own records, so that a new tag cannot be forgotten.
 */
final class Offsets implements Evaluation {
    private final String folder;
    private long spans;
    private long right;
    private long articles;
    private long failed;

    Offsets(String folder) {
        this.folder = folder;
    }

    @Override
    public String step() {
        return "offsets";
    }

    @Override
    public String set() {
        return folder;
    }

    @Override
    public List<String> needs() {
        return List.of(folder);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(ground.file(folder))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            CorpusTexts.read(file, (title, body) -> check(ground.pipeline(), title, body));
        }
        return List.of(
                new Figure("spans exact", spans == 0 ? 100 : 100.0 * right / spans, spans),
                new Figure(
                        "articles enriched", articles == 0 ? 100 : 100.0 * (articles - failed) / articles, articles));
    }

    private void check(Pipeline pipeline, String title, String body) {
        articles++;
        RawArticle article = TestArticle.of(title, body);
        try {
            count(article, MessageCodec.json().valueToTree(pipeline.enrich(article)));
        } catch (Pipeline.EnrichmentFailed e) {
            failed++;
        }
    }

    private void count(RawArticle article, JsonNode node) {
        if (node.hasNonNull("surface") && node.has("start") && node.has("end")) {
            String text = node.path("field").asText().equals("title") ? article.title() : article.body();
            int start = node.get("start").asInt();
            int end = node.get("end").asInt();
            spans++;
            right += end <= text.length()
                            && start < end
                            && text.substring(start, end)
                                    .equals(node.get("surface").asText())
                    ? 1
                    : 0;
        }
        node.forEach(child -> count(article, child));
    }
}
