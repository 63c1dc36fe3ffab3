package io.dateline.enrich.evaluate;

import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import java.time.Instant;

/** A text of a development set as an article. */
final class TestArticle {
    private TestArticle() {}

    /** @param title where it is blank, {@code Untitled} */
    static RawArticle of(String title, String body) {
        return RawArticle.builder()
                .id("tx-" + "0".repeat(32))
                .contentHash("0".repeat(64))
                .source(new Source("evaluate", "Evaluate", Source.Kind.IMPORT))
                .title(title.isBlank() ? "Untitled" : title.strip())
                .body(body)
                .fetchedAt(Instant.parse("2026-01-01T00:00:00Z"))
                .original(new Original("text/plain", "0".repeat(64), body.length()))
                .build();
    }
}
