package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to hurt. The time limit is no measure: it only ends what would have no end. */
@Timeout(60)
class HostileFeedTest {
    @ParameterizedTest
    @ValueSource(ints = {StrictXml.ATTRIBUTES, StrictXml.ATTRIBUTES + 1, 60_000})
    void readsOnThroughAttributesWithoutNumber(int count) {
        // given
        String attributes =
                IntStream.range(0, count).mapToObj(i -> " a" + i + "='v'").collect(Collectors.joining());

        // when
        ParseResult.Articles read = Feeds.articles(Feeds.rss("<item" + attributes + "><title>t</title></item>"));

        // then
        assertThat(read.articles()).extracting(ParsedArticle::title).containsExactly("t");
        assertThat(read.faults()).hasSize(count > StrictXml.ATTRIBUTES ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {StrictXml.DEPTH - 4, StrictXml.DEPTH - 3, 200_000})
    void readsOnThroughDepthWithoutEnd(int depth) {
        // given
        String nested = "<b>".repeat(depth) + "x" + "</b>".repeat(depth);

        // when
        ParseResult.Articles read =
                Feeds.articles(Feeds.rss("<item><title>t</title><description>" + nested + "</description></item>"));

        // then
        assertThat(read.articles()).extracting(ParsedArticle::title).containsExactly("t");
        assertThat(read.faults()).hasSize(depth > StrictXml.DEPTH - 4 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {StrictXml.ELEMENTS, StrictXml.ELEMENTS + 1, 2_000_000})
    void readsOnThroughElementsWithoutNumber(int count) {
        // given groups of ten thousand, and what is missing of the count; rss, channel, two items and titles are six
        String group = "<g>" + "<a/>".repeat(9_999) + "</g>";
        int others = count - 6;
        String last = "<g>" + "<a/>".repeat(others % 10_000 - 1) + "</g>";

        // when
        ParseResult.Articles read = Feeds.articles(Feeds.rss("<item><title>t</title></item><item>"
                + group.repeat(others / 10_000) + last + "<title>u</title></item>"));

        // then: what comes after so many is not looked at, and the item it stands in is not whole
        boolean all = count <= StrictXml.ELEMENTS;
        assertThat(read.articles())
                .extracting(ParsedArticle::title)
                .containsExactlyElementsOf(all ? List.of("t", "u") : List.of("t"));
        assertThat(read.faults()).hasSize(all ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {XmlElement.CHILDREN - 1, XmlElement.CHILDREN})
    void looksAtTheFirstOfChildrenWithoutNumber(int before) throws Exception {
        // when
        XmlElement root = StrictXml.read("<a>" + "<b/>".repeat(before) + "<c>t</c></a>", Map.of());

        // then
        assertThat(root.text("c")).isEqualTo(before < XmlElement.CHILDREN ? "t" : null);
    }

    @ParameterizedTest
    @ValueSource(ints = {StrictXml.TEXT, StrictXml.TEXT + 1, 9_000_000})
    void keepsTheBeginningOfATextWithoutEnd(int length) throws Exception {
        // when
        XmlElement root = StrictXml.read("<a>" + "t".repeat(length) + "</a>", Map.of());

        // then
        assertThat(root.text()).hasSize(StrictXml.TEXT);
    }

    @Test
    void cutsATitleWithoutEnd() {
        // when
        ParsedArticle article = Feeds.item("<title>" + "<b>t".repeat(1_000_000).replace("<", "&lt;") + "</title>");

        // then
        assertThat(article.title()).hasSize(ArticleLimits.TITLE);
        assertThat(article.flags()).containsExactly(ArticleFlags.TITLE_CUT);
    }

    @Test
    void keepsTheFirstOfCategoriesAuthorsAndMediaWithoutNumber() {
        // given
        String many = IntStream.range(0, 100_000)
                .mapToObj(i -> "<category>c" + i + "</category><author>a" + i
                        + "</author><enclosure url='http://n.example/" + i + "'/>")
                .collect(Collectors.joining());

        // when
        ParsedArticle article = Feeds.item("<title>t</title>" + many);

        // then
        assertThat(article.categories())
                .hasSize(ArticleLimits.LIST)
                .startsWith("c0")
                .endsWith("c99");
        assertThat(article.authors()).hasSize(ArticleLimits.LIST);
        assertThat(article.media()).hasSize(ArticleLimits.LIST);
    }

    @ParameterizedTest
    @ValueSource(ints = {ItemCollector.ITEMS, ItemCollector.ITEMS + 1, 100_000})
    void readsTheFirstOfItemsWithoutNumber(int count) {
        // when
        ParseResult.Articles read = Feeds.articles(Feeds.rss("<item><title>t</title></item>".repeat(count)));

        // then
        assertThat(read.articles()).hasSize(ItemCollector.ITEMS);
        assertThat(read.faults()).hasSize(count > ItemCollector.ITEMS ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\0b", "a&#0;b", "a&#xD800;b", "a\u202eb", "a\u2066b", "a&#x202D;b", "a\ufeffb", "a\u0007b"})
    void takesOutWhatNoStoreKeepsOrTurnsTextAround(String title) {
        // when
        ParsedArticle article = Feeds.item("<title>" + title + "</title><description>" + title + "</description>");

        // then
        assertThat(article.title()).matches("a\ufffd?b");
        assertThat(article.body()).matches("a\ufffd?b");
        assertThat(ArticleRules.storable(article.title())).isTrue();
    }

    @Test
    void takesLoneSurrogatesOutOfJson() {
        // given
        String json =
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"title\": \"a\\ud800b\","
                        + " \"content_text\": \"c\\udc00\\u0000d\"}]}";

        // when
        ParseResult result = Feeds.read(json.getBytes(StandardCharsets.UTF_8), "application/feed+json");

        // then
        ParsedArticle article = ((ParseResult.Articles) result).articles().get(0);
        assertThat(article.title()).isEqualTo("ab");
        assertThat(article.body()).isEqualTo("cd");
        assertThat(article.flags()).containsExactly(ArticleFlags.TEXT_CLEANED);
    }

    @Test
    void refusesJsonOfDepthWithoutEnd() {
        // given
        String json = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": " + "[".repeat(200_000);

        // when
        ParseResult result = Feeds.read(json.getBytes(StandardCharsets.UTF_8), "application/feed+json");

        // then
        assertThat(result)
                .isInstanceOfSatisfying(
                        ParseResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_DOCUMENT));
    }

    @Test
    void ordersNoMarksWithoutNumber() {
        // given
        String marks = "\u0316\u0301".repeat(500_000);

        // when
        ParsedArticle article = Feeds.item("<title>t</title><description>a" + marks + "b</description>");

        // then
        assertThat(article.body()).startsWith("\u00e1\u0316").endsWith("b").hasSizeLessThan(40);
        assertThat(article.flags()).contains(ArticleFlags.TEXT_CLEANED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "&",
                "<!--",
                "<![CDATA[",
                "<?",
                "<!",
                "</",
                "<a ",
                "<a '",
                "&amp",
                "&#",
                "&#x41",
                "<item>",
                "<itemx",
                "<title>",
                "<description>",
                "<script>",
                "]]>",
                "<a:b ",
                "<svg>",
                "<!ENTITY a 'b'>"
            })
    void comesToAnEndWithWhateverIsRepeated(String part) {
        // given
        String repeated = part.repeat(400_000 / part.length());

        // when
        ParseResult bare = Feeds.read("<rss><channel>" + repeated);
        ParseResult text = Feeds.read(
                Feeds.rss("<item><title>t</title><description>" + Feeds.cdata(repeated) + "</description></item>"));

        // then
        assertThat(bare).isNotNull();
        assertThat(((ParseResult.Articles) text).articles()).hasSize(1);
    }

    @Test
    void stillReadsTheTitleOfAnItemThatIsAllAbbreviations() {
        // when
        ParsedArticle article = Feeds.item("<description>" + "Mr. ".repeat(500_000) + "</description>");

        // then
        assertThat(article.titleDerived()).isTrue();
        assertThat(article.title()).startsWith("Mr. Mr.").hasSizeLessThanOrEqualTo(ArticleLimits.TITLE);
    }
}
