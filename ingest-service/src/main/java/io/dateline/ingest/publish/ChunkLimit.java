package io.dateline.ingest.publish;

import io.dateline.contracts.article.Media;
import io.dateline.ingest.parse.ParsedArticle;
import java.util.List;

/**
 * How much is taken in at once. Until Kafka has acknowledged a chunk, each of its articles lies in memory twice, as it
 * was read and as it is sent: articles alone are no measure, since one may be as long as a book.
 *
 * @param articles at least 1
 */
public record ChunkLimit(int articles) {
    /** Characters; the last article may lead beyond. */
    public static final long CHARACTERS = 4_000_000;

    /** Whether no more is to be added. */
    public boolean reached(int articles, long characters) {
        return articles >= this.articles || characters >= CHARACTERS;
    }

    /** Characters of an article, but for its few short fields. */
    public static long characters(ParsedArticle article) {
        long characters = length(article.title()) + length(article.summary()) + length(article.body());
        for (Media media : article.media()) {
            characters += length(media.url()) + length(media.caption());
        }
        return characters + lengths(article.authors()) + lengths(article.categories());
    }

    private static long lengths(List<String> values) {
        return values.stream().mapToLong(ChunkLimit::length).sum();
    }

    private static long length(String value) {
        return value == null ? 0 : value.length();
    }
}
