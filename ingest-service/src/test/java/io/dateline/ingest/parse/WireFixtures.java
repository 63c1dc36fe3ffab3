package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The wire files among the test resources, read as a watched folder would. */
final class WireFixtures {
    static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final DocumentReader READER = DocumentReader.ofEverything(InstantSource.fixed(NOW));

    private WireFixtures() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ParseResult read(String name) {
        return read(name, bytes(name));
    }

    static ParseResult read(String name, byte[] bytes) {
        return READER.read(new Document(bytes, type(name), null));
    }

    static ParseResult.Articles articles(String name) {
        return articles(read(name));
    }

    static ParseResult.Articles text(String copy) {
        return articles(read("copy.txt", copy.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    static ParsedArticle only(ParseResult.Articles articles) {
        assertThat(articles.faults()).isEmpty();
        assertThat(articles.articles()).hasSize(1);
        return articles.articles().get(0);
    }

    private static ParseResult.Articles articles(ParseResult result) {
        assertThat(result).isInstanceOf(ParseResult.Articles.class);
        return (ParseResult.Articles) result;
    }

    private static String type(String name) {
        if (name.endsWith(".xml")) {
            return "application/xml";
        }
        return name.endsWith(".ndjson")
                ? "application/x-ndjson"
                : name.endsWith(".json") ? "application/json" : "text/plain";
    }

    private static Path folder() {
        try {
            return Path.of(WireFixtures.class.getResource("/wire").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
