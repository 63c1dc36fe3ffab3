package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.http.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private final DocumentReader reader = DocumentReader.ofEverything(InstantSource.fixed(NOW));

    @Test
    void readsWireCopyWithoutAHeadline() throws IOException {
        // given
        byte[] bytes;
        try (InputStream in = getClass().getResourceAsStream("/wire/baku-2025-09-23.txt")) {
            bytes = in.readAllBytes();
        }

        // when
        ParsedArticle article = only(read("text/plain", bytes, null));

        // then
        assertThat(article.titleDerived()).isTrue();
        assertThat(article.title())
                .startsWith("On September 23, Speaker of the Milli Majlis")
                .endsWith("\u201d");
        assertThat(article.body()).startsWith("Baku, September 23, AZERTAC\n\nOn September 23, Speaker");
        assertThat(article.body().split("\n\n")).hasSize(7);
        assertThat(article.publishedAt()).hasToString("2025-09-23T00:00:00Z");
        assertThat(article.publishedPrecision()).isEqualTo("day");
        assertThat(article.agency()).isEqualTo("AZERTAC");
        assertThat(article.flags()).isEmpty();
        assertThat(article.original().bytes()).isEqualTo(bytes.length);
    }

    @Test
    void readsRssWithItsModules() {
        // given
        String rss = """
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
                <link>https://n.example/</link><language>en-gb</language>
                <item><title>A &amp;amp; B</title><link>/story?x=1</link><guid isPermaLink="false">g-1</guid>
                <pubDate>Mon, 05 Jan 2026 10:30:00 +0100</pubDate><dc:creator>Ann Author</dc:creator>
                <category>World</category><description>Teaser</description><media:title>not this</media:title>
                <content:encoded><![CDATA[<p>One&nbsp;two</p><script>x()</script><p>Three<br>four</p>]]></content:encoded>
                <enclosure url="https://n.example/a.jpg" type="image/jpeg" length="1"/></item></channel></rss>""";

        // when
        ParsedArticle article = only(read("application/rss+xml", rss, "https://n.example/feed"));

        // then
        assertThat(article.title()).isEqualTo("A & B");
        assertThat(article.url()).isEqualTo("https://n.example/story?x=1");
        assertThat(article.guid()).isEqualTo("g-1");
        assertThat(article.body()).isEqualTo("One two\n\nThree\nfour");
        assertThat(article.summary()).isEqualTo("Teaser");
        assertThat(article.publishedAt()).hasToString("2026-01-05T09:30:00Z");
        assertThat(article.authors()).containsExactly("Ann Author");
        assertThat(article.categories()).containsExactly("World");
        assertThat(article.language()).isEqualTo("en-gb");
        assertThat(article.media()).hasSize(1);
        assertThat(article.fullText()).isTrue();
    }

    @Test
    void readsRssOfTheOldKind() {
        // given
        String rdf = """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel><link>https://n.example/</link></channel>
                <item rdf:about="https://n.example/1"><title>Old</title><link>https://n.example/1</link></item>
                </rdf:RDF>""";

        // when
        ParsedArticle article = only(read("text/xml", rdf, null));

        // then
        assertThat(article.title()).isEqualTo("Old");
        assertThat(article.guid()).isEqualTo("https://n.example/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"})
    void readsAtom(String namespace) {
        // given
        String atom = "<feed xmlns='" + namespace + "' xml:base='https://n.example/a/' xml:lang='fr'>"
                + "<author><name>Feed Author</name></author><entry><id>tag:1</id><title type='html'>&lt;b&gt;Bold&lt;/b&gt;</title>"
                + "<link href='b'/><published>2026-01-05T09:30Z</published><updated>2026-01-06T00:00:00Z</updated>"
                + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>P1</p><p>P2</p></div></content>"
                + "<category term='t'/></entry></feed>";

        // when
        ParsedArticle article = only(read("application/atom+xml", atom, null));

        // then
        assertThat(article.title()).isEqualTo("Bold");
        assertThat(article.url()).isEqualTo("https://n.example/a/b");
        assertThat(article.body()).isEqualTo("P1\n\nP2");
        assertThat(article.authors()).containsExactly("Feed Author");
        assertThat(article.language()).isEqualTo("fr");
        assertThat(article.updatedAt()).hasToString("2026-01-06T00:00:00Z");
    }

    @Test
    void readsJsonFeed() {
        // given
        String json = """
                {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://n.example/", "items": [
                {"id": "1", "url": "https://n.example/1", "title": "T", "content_html": "<p>a</p><p>b</p>",
                 "date_published": "2026-01-05T09:30:00Z", "authors": [{"name": "A"}], "tags": ["x"]},
                {"id": "2", "content_text": "Only text. And more."}, 7]}""";

        // when
        ParseResult.Articles result = articles(read("application/json", json, null));

        // then
        assertThat(result.articles()).extracting(ParsedArticle::title).containsExactly("T", "Only text.");
        assertThat(result.articles().get(0).body()).isEqualTo("a\n\nb");
        assertThat(result.articles().get(1).titleDerived()).isTrue();
        assertThat(result.faults()).extracting(ParseResult.Fault::at).containsExactly(3);
    }

    @Test
    void takesTheGoodItemsOfABrokenFeed() {
        // given
        String rss = "<rss><channel><item><title>A &nbsp; B & C</title></item>"
                + "<item><title>whole</title></item><item><title>cut";

        // when
        ParseResult.Articles result = articles(read("text/xml", rss, null));

        // then
        assertThat(result.articles()).extracting(ParsedArticle::title).containsExactly("A B & C", "whole");
        assertThat(result.faults()).extracting(ParseResult.Fault::code).containsExactly("malformed");
    }

    @Test
    void doesNotTakeALinkForAnIdentityThatStandsForMore() {
        // given
        String rss = "<rss><channel><link>https://n.example</link>"
                + "<item><title>a</title><link>https://n.example/</link></item>"
                + "<item><title>b</title><link>https://n.example/live</link></item>"
                + "<item><title>c</title><link>https://n.example/live#2</link></item>"
                + "<item><title>d</title><link>https://n.example/d</link></item></channel></rss>";

        // when
        ParseResult.Articles result = articles(read("text/xml", rss, null));

        // then
        assertThat(result.articles())
                .extracting(ParsedArticle::linkIsIdentity)
                .containsExactly(false, false, false, true);
    }

    @Test
    void expandsNoEntitiesAndReadsNoFiles() {
        // given
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"AAAAAAAAAA\"><!ENTITY b \"&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>x &b; &f;</title></item></channel></rss>";

        // when
        ParseResult result = read("text/xml", bomb, null);

        // then
        assertThat(result.toString()).doesNotContain("AAAA").doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss>%s</rss>", "<rss><channel>%s</channel></rss>"})
    void survivesDepthBeyondTheLimit(String frame) {
        // given
        String deep = frame.formatted("<a>".repeat(100_000) + "</a>".repeat(100_000));

        // when
        ParseResult result = read("text/xml", deep, null);

        // then
        assertThat(articles(result).articles()).isEmpty();
        assertThat(articles(result).faults()).isNotEmpty();
    }

    @Test
    void cutsAndFlagsWhatIsTooLongInAFeed() {
        // given
        String rss = "<rss><channel><item><title>" + "t".repeat(ArticleLimits.TITLE + 1) + "</title><description>"
                + "b".repeat(ArticleLimits.BODY + 1) + "</description></item></channel></rss>";

        // when
        ParsedArticle article = only(read("text/xml", rss, null));

        // then
        assertThat(article.title()).hasSize(ArticleLimits.TITLE);
        assertThat(article.body()).hasSize(ArticleLimits.BODY);
        assertThat(article.flags()).containsExactlyInAnyOrder(ArticleFlags.TITLE_CUT, ArticleFlags.BODY_CUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16LE", "ISO-8859-5"})
    void readsTheDeclaredCharset(String charset) {
        // given
        String xml = "<?xml version='1.0' encoding='" + charset
                + "'?><rss><channel><item><title>\u0411\u0430\u043a\u0443</title></item></channel></rss>";

        // when
        ParsedArticle article = only(read("application/xml", xml.getBytes(Charset.forName(charset)), null));

        // then
        assertThat(article.title()).isEqualTo("\u0411\u0430\u043a\u0443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png"})
    void refusesTypesItDoesNotKnow(String type) {
        // given
        String body = "<!doctype html><p>hello";

        // when
        ParseResult result = read(type, body, null);

        // then
        assertThat(result)
                .isInstanceOfSatisfying(
                        ParseResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    }

    @Test
    void refusesXmlThatIsNothing() {
        // given
        String broken = "<?xml version='1.0'?><a><b></a>";

        // when
        ParseResult result = read("application/xml", broken, null);

        // then
        assertThat(result)
                .isInstanceOfSatisfying(
                        ParseResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_DOCUMENT));
    }

    @Test
    void hashesWhatWasSentAndNotWhatWasMadeOfIt() {
        // given
        String one =
                "<rss><channel><item><title>x</title><description>&lt;p&gt;a&lt;/p&gt;</description></item></channel></rss>";
        String other = one.replace("&lt;p&gt;a&lt;/p&gt;", "&lt;div&gt;a&lt;/div&gt;");

        // when
        ParsedArticle first = only(read("text/xml", one, null));
        ParsedArticle second = only(read("text/xml", other, null));

        // then
        assertThat(first.body()).isEqualTo(second.body());
        assertThat(first.contentHash()).isNotEqualTo(second.contentHash());
        assertThat(first.contentHash())
                .isEqualTo(only(read("text/xml", one, null)).contentHash());
    }

    private ParseResult read(String type, String body, String url) {
        return read(type, body.getBytes(StandardCharsets.UTF_8), url);
    }

    private ParseResult read(String type, byte[] body, String url) {
        return reader.read(new Document(body, type, url));
    }

    private static ParseResult.Articles articles(ParseResult result) {
        assertThat(result).isInstanceOf(ParseResult.Articles.class);
        return (ParseResult.Articles) result;
    }

    private static ParsedArticle only(ParseResult result) {
        List<ParsedArticle> articles = articles(result).articles();
        assertThat(articles).hasSize(1);
        return articles.get(0);
    }
}
