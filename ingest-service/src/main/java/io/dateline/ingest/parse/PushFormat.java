package io.dateline.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Articles as JSON: our own form or ninjs, as one object, as an array, or as NDJSON with one on each line. */
final class PushFormat implements DocumentFormat {
    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final String OWN = "articles";
    private static final String NINJS = "ninjs";

    @Override
    public String name() {
        return OWN;
    }

    @Override
    public boolean reads(String mediaType, String head) {
        return LINES.contains(mediaType)
                || mediaType.equals("application/json")
                || mediaType.contains(NINJS)
                || head.startsWith("{\"")
                || head.startsWith("[{");
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        Items items = new Items(document, now);
        if (LINES.contains(document.mediaType())) {
            items.lines();
        } else {
            JsonNode array = document.head().startsWith("[") ? array(document.bytes()) : null;
            if (array == null) {
                try {
                    items.add(document.bytes());
                } catch (RefusedArticle e) {
                    return new ParseResult.Refused(e.code(), e.getMessage());
                }
            } else {
                items.elements(array);
            }
        }
        return items.articles.isEmpty() && !items.faults.isEmpty()
                ? new ParseResult.Refused(
                        ProblemCode.MALFORMED_DOCUMENT,
                        "No " + (LINES.contains(document.mediaType()) ? "line" : "item") + " holds an article; "
                                + items.faults.get(0).detail())
                : new ParseResult.Articles(items.ninjs > 0 ? NINJS : OWN, items.articles, items.faults);
    }

    /** Null where the document is no JSON array. */
    private static JsonNode array(byte[] bytes) {
        try {
            JsonNode node = MessageCodec.json().readTree(bytes);
            return node.isArray() ? node : null;
        } catch (IOException e) {
            // Whoever reads it as one article says what is wrong with it.
            return null;
        }
    }

    private static final class Items {
        private final Document document;
        private final Instant now;
        private final List<ParsedArticle> articles = new ArrayList<>();
        private final List<ParseResult.Fault> faults = new ArrayList<>();
        private ArticleFinisher finisher;
        private int ninjs;

        Items(Document document, Instant now) {
            this.document = document;
            this.now = now;
        }

        void add(byte[] json) throws RefusedArticle {
            String text = new String(json, StandardCharsets.UTF_8);
            JsonNode node = text.contains("\"uri\"") || text.contains(NINJS) ? tree(json) : null;
            if (node == null || !NinjsReader.is(node)) {
                articles.add(PushReader.read(json, now));
                return;
            }
            if (finisher == null) {
                finisher = new ArticleFinisher(false, now, ItemCollector.original(document));
            }
            articles.add(finisher.finish(NinjsReader.draft(document, node)));
            ninjs++;
        }

        private static JsonNode tree(byte[] json) {
            try {
                return MessageCodec.json().readTree(json);
            } catch (IOException e) {
                return null;
            }
        }

        void lines() {
            String text = document.text();
            boolean known = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), document.bytes());
            int at = 0;
            int offset = 0;
            for (String line : text.split("\\n", -1)) {
                at++;
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                if (!line.isBlank()) {
                    try {
                        add(bytes);
                    } catch (RefusedArticle e) {
                        faults.add(new ParseResult.Fault(
                                at,
                                e.code().code(),
                                e.getMessage(),
                                known ? offset : null,
                                known ? bytes.length : null));
                    }
                }
                offset += bytes.length + 1;
            }
        }

        void elements(JsonNode array) {
            int at = 0;
            for (JsonNode element : array) {
                at++;
                try {
                    add(MessageCodec.json().writeValueAsBytes(element));
                } catch (RefusedArticle e) {
                    faults.add(new ParseResult.Fault(at, e.code().code(), e.getMessage()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("what was read as JSON can be written as JSON", e);
                }
            }
        }
    }
}
