package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.Media;
import io.dateline.contracts.http.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFormatsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='0.91'><channel><item><title>t</title><link>/1</link></item></channel></rss>",
                "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'>"
                        + "<rss version='0.91'><channel><item><title>t</title><link>/1</link></item></channel></rss>",
                "<rss xmlns='http://backend.userland.com/rss2'><channel><item><title>t</title><link>/1</link></item></channel></rss>",
                "<rss xmlns='http://unheard.example/of'><channel><item><title>t</title><link>/1</link></item></channel></rss>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
                        + "<channel/><item><title>t</title><link>/1</link></item></rdf:RDF>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:rss='http://purl.org/rss/1.0/'>"
                        + "<rss:channel/><rss:item><rss:title>t</rss:title><rss:link>/1</rss:link></rss:item></rdf:RDF>",
                "<CHANNEL><ITEM HREF='/1'><TITLE>t</TITLE></ITEM></CHANNEL>",
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>t</title><link href='/1'/></entry></feed>",
                "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>t</a:title><a:link href='/1'/></a:entry></a:feed>",
                "<feed><entry><title>t</title><link href='/1'/></entry></feed>",
                "<entry xmlns='http://www.w3.org/2005/Atom'><title>t</title><link>/1</link></entry>"
            })
    void readsEveryKindOfFeed(String xml) {
        // when
        ParsedArticle article = Feeds.only(xml);

        // then
        assertThat(article.title()).isEqualTo("t");
        assertThat(article.url()).isEqualTo("https://n.example/1");
    }

    @Test
    void readsWhatAFeedSaysOfItself() {
        // when
        FeedHead rss = Feeds.articles(
                        Feeds.rss("<title>A &amp;amp; B</title><link>/home</link><language>en_GB</language>"
                                + "<description>&lt;b&gt;All&lt;/b&gt; news</description>"))
                .feed();
        FeedHead atom = Feeds.articles(
                        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr' xml:base='https://b.example/x/'>"
                                + "<title>T</title><subtitle>S</subtitle><link rel='self' href='me'/><link href='../home'/></feed>")
                .feed();

        // then
        assertThat(rss).isEqualTo(new FeedHead("A & B", "All news", "https://n.example/home", "en-GB"));
        assertThat(atom).isEqualTo(new FeedHead("T", "S", "https://b.example/home", "fr"));
    }

    @Test
    void readsANewsSitemap() {
        // given
        String sitemap = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
                + " xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>"
                + "<url><loc>https://n.example/a</loc><news:news><news:publication><news:name>N</news:name>"
                + "<news:language>en</news:language></news:publication><news:publication_date>2026-01-05T09:30:00Z"
                + "</news:publication_date><news:title>Companies &amp; A</news:title><news:keywords>one, two</news:keywords>"
                + "</news:news><image:image><image:loc>https://n.example/i.jpg</image:loc></image:image></url>"
                + "<url><loc>https://n.example/about</loc></url></urlset>";

        // when
        ParsedArticle article = Feeds.only(sitemap);

        // then
        assertThat(article.title()).isEqualTo("Companies & A");
        assertThat(article.url()).isEqualTo("https://n.example/a");
        assertThat(article.publishedAt()).hasToString("2026-01-05T09:30:00Z");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.categories()).containsExactly("one", "two");
        assertThat(article.media()).containsExactly(new Media("https://n.example/i.jpg", null, null));
        assertThat(article.fullText()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<sitemapindex><sitemap><loc>https://n.example/s.xml</loc></sitemap></sitemapindex> | index of sitemaps",
                "<urlset><url><loc>https://n.example/a</loc></url></urlset> | sitemap without news",
                "<opml><body/></opml> | neither RSS nor Atom"
            })
    void saysWhatADocumentIsThatHoldsNoArticles(String xml, String said) {
        assertThat(Feeds.read(xml)).isInstanceOfSatisfying(ParseResult.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            assertThat(refused.detail()).contains(said);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<author>Ann Author</author> | Ann Author",
                "<author>ann@n.example (Ann Author)</author> | Ann Author",
                "<author>Ann Author (ann@n.example)</author> | Ann Author",
                "<author>Ann Author &lt;ann@n.example&gt;</author> | Ann Author",
                "<author>ann@n.example</author> | ann@n.example",
                "<dc:creator>Ann &amp;amp; Bob</dc:creator> | Ann & Bob",
                "<itunes:author>Ann</itunes:author> | Ann",
                "<atom:author><atom:name>Ann</atom:name><atom:email>a@n.example</atom:email></atom:author> | Ann",
                "<author>Ann</author><dc:creator>Ann</dc:creator><itunes:author>Station</itunes:author> | Ann"
            })
    void readsNamesOfAuthors(String inside, String name) {
        assertThat(Feeds.item("<title>t</title>" + inside).authors()).containsExactly(name);
    }

    @Test
    void readsCategoriesOfAllVocabulariesInTheirOrder() {
        // when
        ParsedArticle article = Feeds.item("<title>t</title><dc:subject>a</dc:subject><category>b</category>"
                + "<media:category label='c'>x</media:category><itunes:category text='d'><itunes:category text='e'/>"
                + "</itunes:category><itunes:keywords>f, g</itunes:keywords><category>b</category>");

        // then
        assertThat(article.categories()).containsExactly("a", "b", "c", "d", "e", "f", "g");
    }

    @Test
    void readsMediaWithCaptionAndCredit() {
        // when
        ParsedArticle article = Feeds.item("<title>t</title><media:thumbnail url='https://n.example/small.jpg'/>"
                + "<media:group><media:content url='/big.jpg' type='image/jpeg'/><media:description>A bridge</media:description>"
                + "<media:credit>Ann</media:credit></media:group><enclosure url='https://n.example/a.mp3' type='audio/mpeg'/>"
                + "<itunes:duration>10:00</itunes:duration>");

        // then
        assertThat(article.media())
                .containsExactly(
                        new Media("https://n.example/a.mp3", "audio/mpeg", null),
                        new Media("https://n.example/big.jpg", "image/jpeg", "A bridge (Ann)"));
    }

    @Test
    void takesAThumbnailWhereThereIsNoOtherPicture() {
        // when
        ParsedArticle article = Feeds.item("<title>t</title><media:thumbnail url='https://n.example/small.jpg'/>");

        // then
        assertThat(article.media()).containsExactly(new Media("https://n.example/small.jpg", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link>https://n.example/1</link><guid>https://n.example/2</guid> | https://n.example/1",
                "<guid>https://n.example/2</guid> | https://n.example/2",
                "<guid isPermaLink='false'>https://n.example/2</guid> |",
                "<atom:link rel='enclosure' href='/e'/><atom:link href='/3'/> | https://n.example/3",
                "<link>https://feedproxy.example/4</link><feedburner:origLink>https://n.example/4</feedburner:origLink> | https://n.example/4",
                "<link xml:base='https://b.example/x/'>5</link> | https://b.example/x/5",
                "<link>https://n.example/a b{c</link> | https://n.example/a%20b{c"
            })
    void findsThePage(String inside, String url) {
        assertThat(Feeds.item("<title>t</title>" + inside).url()).isEqualTo(url);
    }

    @Test
    void resolvesAgainstEveryBaseOnTheWay() {
        // when
        ParsedArticle article = Feeds.only(
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'><entry xml:base='b/'>"
                        + "<title>t</title><link xml:base='c/' href='d'/><link rel='enclosure' href='e'/></entry></feed>");

        // then
        assertThat(article.url()).isEqualTo("https://n.example/a/b/c/d");
        assertThat(article.media()).extracting(Media::url).containsExactly("https://n.example/a/b/e");
    }

    @Test
    void readsAtomTextOfEveryKind() {
        // when
        ParsedArticle article = Feeds.only("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>"
                + "<title type='text/html' mode='base64'>PGI+Qm9sZDwvYj4=</title><summary>R&amp;amp;D, &lt;3</summary>"
                + "<content type='application/xhtml+xml'><div xmlns='http://www.w3.org/1999/xhtml'>one<br/><br/>two</div></content>"
                + "</entry></feed>");

        // then
        assertThat(article.title()).isEqualTo("Bold");
        assertThat(article.summary()).isEqualTo("R&D, <3");
        assertThat(article.body()).isEqualTo("one\n\ntwo");
    }

    @Test
    void knowsTheNamesOfHtmlAndThoseADocumentDeclares() {
        // given
        String xml = "<!DOCTYPE rss [<!ENTITY us \"Our Paper\"><!ENTITY dash '&#8211;'><!ENTITY AMP2 \"&#38;\">]>"
                + Feeds.rss("<item><title>&eacute;t&eacute;&nbsp;&dash; &us; &amp; &AMP; &lt;b&gt;</title></item>");

        // when
        ParseResult.Articles read = Feeds.articles(xml);

        // then
        assertThat(read.articles().get(0).title()).isEqualTo("\u00e9t\u00e9 \u2013 Our Paper & &");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void takesAnItemOfNothingButALink() {
        // when
        ParsedArticle article = Feeds.item("<link>https://n.example/only</link>");
        ParseResult.Articles nothing = Feeds.articles(Feeds.rss("<item><author>a</author></item>"));

        // then
        assertThat(article.title()).isEqualTo("https://n.example/only");
        assertThat(article.titleDerived()).isTrue();
        assertThat(nothing.articles()).isEmpty();
        assertThat(nothing.faults()).extracting(ParseResult.Fault::code).containsExactly("invalid-article");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<rss><channel><item><title>a</title></item><item><title>b</title></item></channel | a,b",
                "<rss><channel><item><title>a</title></item><item><title>b | a",
                "<rss><channel><item><title>a & b</title><link>https://n.example/?a=1&b=2</link></item></channel></rss> | a & b",
                "<rss><channel><item><title>a</title><description><b>x</i></description></item><item><title>b</title></item></channel></rss> | a,b",
                "<rss><channel><itunes:author>x</itunes:author><item><title>a</title><media:title>y</media:title></item></channel></rss> | a"
            })
    void readsOnWhereXmlIsBroken(String xml, String titles) {
        // when
        ParseResult.Articles read = Feeds.articles(xml);

        // then
        assertThat(read.articles()).extracting(ParsedArticle::title).containsExactly(titles.split(","));
        assertThat(read.faults()).extracting(ParseResult.Fault::code).containsExactly("malformed");
    }
}
