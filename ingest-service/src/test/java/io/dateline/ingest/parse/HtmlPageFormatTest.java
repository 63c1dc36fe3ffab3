package io.dateline.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.extract.PageExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPageFormatTest {
    private static final String URL = "https://www.harbourpost.example/news/old-bridge-reopens?ref=front";
    private static final String COPY =
            "<p>The harbour master, who has held the office since 2009, will leave in May.</p>";

    private final DocumentReader reader =
            DocumentReader.ofEverything(InstantSource.fixed(Instant.parse("2026-01-10T12:00:00Z")));

    @Test
    void readsAPageAsTheArticleItHolds() throws IOException {
        // given
        byte[] html;
        try (InputStream in = getClass().getResourceAsStream("/page/bridge.html")) {
            html = in.readAllBytes();
        }

        // when
        ParseResult.Articles result = articles(new Document(html, "text/html", URL));

        // then
        assertThat(result.format()).isEqualTo("html-page");
        assertThat(result.faults()).isEmpty();
        ParsedArticle article = result.articles().get(0);
        assertThat(article.title()).isEqualTo("Old bridge reopens after nine months");
        assertThat(article.titleDerived()).isFalse();
        assertThat(article.url()).isEqualTo("https://www.harbourpost.example/news/old-bridge-reopens");
        assertThat(article.linkIsIdentity()).isTrue();
        assertThat(article.fullText()).isTrue();
        assertThat(article.body())
                .startsWith("HARBOUR CITY")
                .contains("at six.\n\n“We kept")
                .endsWith("the week.");
        assertThat(article.summary()).isEqualTo("Cars and trams cross the river again.");
        assertThat(article.authors()).containsExactly("Ann Author", "Ben Writer");
        assertThat(article.publishedAt()).isEqualTo("2026-01-05T08:30:00Z");
        assertThat(article.updatedAt()).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.sourceName()).isEqualTo("The Harbour Post");
        assertThat(article.media()).hasSize(1);
        assertThat(article.original().bytes()).isEqualTo(html.length);
        assertThat(article.flags()).isEmpty();
    }

    @Test
    void takesThePagesOwnAddressWhereItNamesNone() {
        // given / when
        ParseResult.Articles result = articles(new Document(COPY.getBytes(UTF_8), "text/html", URL));

        // then
        assertThat(result.articles().get(0).url()).isEqualTo(URL);
        assertThat(result.articles().get(0).linkIsIdentity()).isTrue();
        assertThat(result.articles().get(0).titleDerived()).isTrue();
    }

    @Test
    void cutsATextThatIsTooLong() {
        // given
        String html = "<p>" + "The same words, again and again, ".repeat(20_000) + "end.</p>";

        // when
        ParseResult.Articles result = articles(new Document(html.getBytes(UTF_8), "text/html", URL));

        // then
        assertThat(result.articles().get(0).body()).hasSizeLessThanOrEqualTo(500_000);
        assertThat(result.articles().get(0).flags()).contains(ArticleFlags.BODY_CUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "text/html|<p>|html-page",
                "application/xhtml+xml|<html xmlns='http://www.w3.org/1999/xhtml'>|html-page",
                "null|<!DOCTYPE html><html>|html-page",
                "application/octet-stream|<html>|html-page",
                "text/plain|Plain copy. |wire-text",
            })
    void tellsPagesFromOtherForms(String type, String start, String format) {
        // given
        byte[] bytes = (start + COPY).getBytes(UTF_8);

        // when
        ParseResult.Articles result = articles(new Document(bytes, type, null));

        // then
        assertThat(result.format()).isEqualTo(format);
    }

    @Test
    void leavesAFeedThatIsCalledAPageToTheFeedsReader() {
        // given
        byte[] feed = "<rss><channel><item><title>there</title></item></channel></rss>".getBytes(UTF_8);

        // when
        ParseResult.Articles result = articles(new Document(feed, "text/html", null));

        // then
        assertThat(result.format()).isNotEqualTo("html-page");
        assertThat(result.articles().get(0).title()).isEqualTo("there");
    }

    @Test
    void refusesAPageWithoutAnArticleAndOneThatIsTooLarge() {
        // given
        Document empty = new Document("<html><p>Not found".getBytes(UTF_8), "text/html", URL);
        Document large = new Document((COPY + " ".repeat(PageExtractor.BYTES)).getBytes(UTF_8), "text/html", URL);

        // when
        ParseResult nothing = reader.read(empty);
        ParseResult tooMuch = reader.read(large);

        // then
        assertThat(nothing)
                .isInstanceOfSatisfying(
                        ParseResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_DOCUMENT));
        assertThat(tooMuch)
                .isInstanceOfSatisfying(
                        ParseResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TOO_LARGE));
    }

    @Test
    void isNoFeed() {
        // given
        DocumentReader feeds = DocumentReader.ofFeeds(InstantSource.system());

        // when
        ParseResult result = feeds.read(new Document(COPY.getBytes(UTF_8), "text/html", URL));

        // then
        assertThat(result)
                .isInstanceOfSatisfying(
                        ParseResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    }

    private ParseResult.Articles articles(Document document) {
        ParseResult result = reader.read(document);
        assertThat(result).isInstanceOf(ParseResult.Articles.class);
        return (ParseResult.Articles) result;
    }
}
