package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item's guid and its dates make of its identity. */
class ItemIdentityTest {
    @ParameterizedTest
    @CsvSource({
        "<guid>4711</guid>,",
        "<guid>news/4711</guid>,",
        "<guid isPermaLink='false'>https://n.example/4711</guid>,",
        "<guid isPermaLink='true'>/4711</guid>,https://news.example/4711",
        "<guid>https://n.example/4711</guid>,https://n.example/4711"
    })
    void takesAGuidForAnAddressOnlyWhereItIsOne(String guid, String url) {
        // when
        ParsedArticle article = read("<rss version='2.0'><channel><title>t</title><item><title>a</title>" + guid
                + "</item></channel></rss>");

        // then
        assertThat(article.url()).isEqualTo(url);
    }

    @Test
    void makesNoRevisionOfAnEntryThatWasOnlyTouched() {
        // given
        String entry =
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><id>urn:x:1</id><title>a</title>"
                        + "<content>Words.</content><updated>%s</updated></entry></feed>";

        // when
        ParsedArticle first = read(entry.formatted("2026-01-09T12:00:00Z"));
        ParsedArticle touched = read(entry.formatted("2026-01-10T09:00:00Z"));

        // then
        assertThat(touched.contentHash()).isEqualTo(first.contentHash());
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-01-09T12:00:00Z"));
    }

    private static ParsedArticle read(String feed) {
        ParseResult result = DocumentReader.ofFeeds(() -> Instant.parse("2026-01-10T12:00:00Z"))
                .read(new Document(
                        feed.getBytes(StandardCharsets.UTF_8), "application/xml", "https://news.example/feeds/all"));
        List<ParsedArticle> articles = ((ParseResult.Articles) result).articles();
        assertThat(articles).hasSize(1);
        return articles.get(0);
    }
}
