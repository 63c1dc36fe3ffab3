package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pushed articles as a document: one JSON object, or NDJSON with one on each line. */
final class PushFormat implements DocumentFormat {
    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        return LINES.contains(mediaType) || mediaType.equals("application/json") || head.startsWith("{\"");
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        if (!LINES.contains(document.mediaType())) {
            try {
                return new ParseResult.Articles(name(), List.of(PushReader.read(document.bytes(), now)), List.of());
            } catch (RefusedArticle e) {
                return new ParseResult.Refused(e.code(), e.getMessage());
            }
        }
        List<ParsedArticle> articles = new ArrayList<>();
        List<ParseResult.Fault> faults = new ArrayList<>();
        int at = 0;
        for (String line : document.text().split("\\r?\\n", -1)) {
            at++;
            if (!line.isBlank()) {
                try {
                    articles.add(PushReader.read(line.getBytes(StandardCharsets.UTF_8), now));
                } catch (RefusedArticle e) {
                    faults.add(new ParseResult.Fault(at, e.code().code(), e.getMessage()));
                }
            }
        }
        return articles.isEmpty() && !faults.isEmpty()
                ? new ParseResult.Refused(
                        ProblemCode.MALFORMED_DOCUMENT,
                        "No line holds an article; " + faults.get(0).detail())
                : new ParseResult.Articles(name(), articles, faults);
    }
}
