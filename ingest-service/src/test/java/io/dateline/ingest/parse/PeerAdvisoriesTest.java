package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dateline.contracts.article.Media;
import io.dateline.ingest.text.HtmlText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong in other readers of feeds, and cannot here: one test for each advisory on reading and showing them. */
class PeerAdvisoriesTest {
    @Test
    @Timeout(20)
    @DisplayName("ROME #267: a bomb of nested entities")
    void expandsNoNestedEntities() {
        // given
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY e0 \"boom\">");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]>").append(Feeds.rss("<item><title>t &e9;</title></item>"));

        // when
        ParsedArticle article = Feeds.only(bomb.toString());

        // then
        assertThat(article.title()).isEqualTo("t &e9;");
    }

    @Test
    @Timeout(60)
    @DisplayName("ROME #267: one entity many times")
    void boundsWhatOneEntityCanBecome() {
        // given
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"" + "A".repeat(64) + "\">]>"
                + Feeds.rss("<item><title>t</title><description>" + "&a;".repeat(StrictXml.REFERENCES + 1)
                        + "</description></item>");

        // when
        ParseResult.Articles read = Feeds.articles(bomb);

        // then
        assertThat(read.faults()).extracting(ParseResult.Fault::code).containsExactly("malformed");
        assertThat(read.articles().get(0).body()).doesNotContain("AAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
                "<!ENTITY x PUBLIC \"-//X\" \"file:///etc/hostname\">",
                "<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p; <!ENTITY x \"%p;\">"
            })
    @DisplayName("ROME #392, #469: entities from outside")
    void readsNoFiles(String entity) {
        // when
        ParsedArticle article =
                Feeds.only("<!DOCTYPE rss [" + entity + "]>" + Feeds.rss("<item><title>t &x;</title></item>"));

        // then
        assertThat(article.title()).isEqualTo("t &x;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "java\nscript:alert(1)",
                "&#1;javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)",
                "feed:javascript:alert(1)"
            })
    @DisplayName("CommaFeed GHSA-44pq-9929-f8mq: links that run")
    void keepsOnlyLinksToPages(String link) {
        // when
        ParsedArticle rss = Feeds.item("<title>t</title><link>" + link.replace("<", "&lt;") + "</link><enclosure url='"
                + link.replace("<", "&lt;") + "' type='image/png'/>");
        ParsedArticle atom = Feeds.only(
                Feeds.atom("<entry><title>t</title><link href='" + link.replace("<", "&lt;") + "'/></entry>"));

        // then
        assertThat(rss.url()).isNull();
        assertThat(rss.media()).isEmpty();
        assertThat(atom.url()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://n.example/x", "gopher://n.example/", "jar:http://n.example/!/"})
    @DisplayName("Stringer GHSA-496x-437q-h35q: links to files")
    void keepsNoLinkToFiles(String link) {
        // when
        ParsedArticle article = Feeds.item("<title>t</title><link>" + link + "</link>");

        // then
        assertThat(article.url()).isNull();
    }

    @Test
    @DisplayName("Miniflux GHSA-wqv2-4wpg-8hc9, GHSA-m999-j542-5w3r: //host for a path")
    void makesEveryLinkAbsolute() {
        // when
        ParsedArticle article = Feeds.item("<title>t</title><link>//other.example/x</link>");
        ParsedArticle backslash = Feeds.item("<title>t</title><link>/\\other.example/x</link>");

        // then
        assertThat(article.url()).isEqualTo("https://other.example/x");
        assertThat(backslash.url()).isNull();
    }

    @Test
    @DisplayName("CommaFeed GHSA-hp8h-jqfm-v7x5: line ends where a header could be made of them")
    void takesLineEndsOutOfLinks() {
        // when
        ParsedArticle article =
                Feeds.item("<title>t&#13;&#10;Set-Cookie: a=b</title><link>https://n.example/a&#13;&#10;b</link>"
                        + "<category>c&#13;&#10;d</category><guid>g&#13;&#10;h</guid>");

        // then
        assertThat(article.url()).isEqualTo("https://n.example/ab");
        assertThat(article.title()).isEqualTo("t Set-Cookie: a=b");
        assertThat(article.categories()).containsExactly("c d");
    }

    @Test
    @DisplayName("Miniflux CVE-2023-27592: script by way of srcset")
    void keepsNoAttribute() {
        // when
        ParsedArticle article = Feeds.item("<title>t</title><description>"
                + Feeds.cdata("<img srcset='x\" onerror=alert(1) y' src=x onerror=\"alert('2')\">seen"
                        + "<a style='background:url(javascript:alert(3))'>too</a>")
                + "</description>");

        // then
        assertThat(article.body()).isEqualTo("seentoo");
    }

    @Test
    @DisplayName("Miniflux CVE-2025-31483, GHSA-xwh2-742g-w3wp: media are addresses, nothing fetches or serves them")
    void keepsOfMediaTheAddressAlone() {
        // when
        ParsedArticle article = Feeds.item(
                "<title>t</title><media:content url='https://n.example/x.svg' type='image/svg+xml'>" + "<media:title>"
                        + Feeds.cdata("<svg onload=alert(1)>a</svg><b>caption</b>") + "</media:title></media:content>");

        // then
        assertThat(article.media()).containsExactly(new Media("https://n.example/x.svg", "image/svg+xml", "caption"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<noscript><style></noscript><script>alert(1)</script>",
                "<select><style></select><img src=x onerror=alert(1)></style></select>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<template><s><template><s><img src=x onerror=alert(1)>@shafigullin</s></template></s></template>"
            })
    @DisplayName("OWASP sanitizer CVE-2025-66021, CVE-2021-42575: markup that changes when it is read again")
    void leavesNoMarkupHoweverItIsNested(String html) {
        // when
        String text = HtmlText.paragraphs("before " + html + " after");

        // then
        assertThat(text)
                .startsWith("before")
                .doesNotContain("<img")
                .doesNotContain("<script")
                .doesNotContain("<style");
    }

    @Test
    @DisplayName("CommaFeed GHSA-83jp-rww3-57rr, of feeds: a document deep or wide enough to stop the reader")
    void staysOnItsFeet() {
        // given
        String deep = Feeds.rss("<item><title>t</title><description>" + "<b>".repeat(200_000) + "</b>".repeat(200_000)
                + "</description></item>");

        // then
        assertThatCode(() -> assertThat(Feeds.articles(deep).articles()).hasSize(1))
                .doesNotThrowAnyException();
    }
}
