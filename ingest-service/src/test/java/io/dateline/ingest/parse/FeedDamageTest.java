package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever becomes of a feed on its way, reading it ends in a result, and soon. {@code -Ddateline.fuzz.cases=40000} damages
 * each that often; the seed is in the name of a failure.
 */
class FeedDamageTest {
    private static final int CASES = Integer.getInteger("dateline.fuzz.cases", 4_000);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/>",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&",
            "&#0;",
            "&#xFFFFFFF;",
            "&nbsp;",
            "<?xml ",
            "?>",
            "<!DOCTYPE x [<!ENTITY e 'e'>]>",
            "&e;",
            "\"",
            "'",
            "=",
            " xmlns:a='b'",
            "<item>",
            "</item>",
            "<entry>",
            "</channel>",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\\u0000",
            "\\ud800",
            "null",
            "1e999",
            "\u0000",
            "\u202e",
            "\ufeff",
            "Mon, 99 Foo 99999 99:99:99 +9999",
            "9999999999999999999",
            "javascript:",
            "http://[",
            "%");

    static Stream<Arguments> feeds() {
        String item = "<item><title>Ferry &amp; bridge</title><link>https://n.example/a?b=1&amp;c=2</link>"
                + "<guid isPermaLink='false'>g-1</guid><pubDate>Sat, 10 Jan 2026 11:00:00 GMT</pubDate>"
                + "<description>" + Feeds.cdata("<p>The <b>ferry</b> resumed.</p>") + "</description>"
                + "<content:encoded>&lt;p&gt;It did.&lt;/p&gt;</content:encoded><dc:creator>A. Writer</dc:creator>"
                + "<category>Sea</category><media:content url='https://n.example/p.jpg' type='image/jpeg'/>"
                + "<enclosure url='https://n.example/s.mp3' length='12' type='audio/mpeg'/></item>";
        String entry = "<entry><id>urn:x:1</id><title type='html'>Ferry &lt;i&gt;resumes&lt;/i&gt;</title>"
                + "<link rel='alternate' href='https://n.example/a'/><updated>2026-01-10T11:00:00Z</updated>"
                + "<author><name>A. Writer</name></author><content type='xhtml'>"
                + "<div xmlns='http://www.w3.org/1999/xhtml'><p>It did.</p></div></content></entry>";
        String rdf =
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel rdf:about='https://n.example/'><title>N</title></channel>"
                        + "<item rdf:about='https://n.example/a'><title>Ferry</title><link>https://n.example/a</link></item></rdf:RDF>";
        String json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"N\",\"items\":[{\"id\":\"1\","
                + "\"url\":\"https://n.example/a\",\"title\":\"Ferry\",\"content_html\":\"<p>It did.</p>\","
                + "\"date_published\":\"2026-01-10T11:00:00Z\",\"tags\":[\"Sea\"]}]}";
        String sitemap = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://n.example/a</loc>"
                + "<news:news><news:publication_date>2026-01-10</news:publication_date><news:title>Ferry</news:title>"
                + "</news:news></url></urlset>";
        return Stream.of(
                Arguments.of("rss", "application/rss+xml", Feeds.rss("<title>N</title>" + item.repeat(3))),
                Arguments.of("atom", "application/atom+xml", Feeds.atom("<title>N</title>" + entry.repeat(3))),
                Arguments.of("rdf", "application/rdf+xml", rdf),
                Arguments.of("json", "application/feed+json", json),
                Arguments.of("sitemap", "application/xml", sitemap));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void isReadWhereItIsWhole(String name, String type, String feed) {
        // When
        ParseResult result = Feeds.read(feed.getBytes(StandardCharsets.UTF_8), type);

        // Then
        assertThat(result).isInstanceOf(ParseResult.Articles.class);
        assertThat(((ParseResult.Articles) result).articles()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void givesAResultForEveryBeginning(String name, String type, String feed) {
        byte[] whole = feed.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length += 3) {
            byte[] beginning = Arrays.copyOf(whole, length);
            assertThatCode(() -> judge(Feeds.read(beginning, type)))
                    .as("the first %d bytes", length)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void givesAResultForDamagedFeeds(String name, String type, String feed) {
        for (int seed = 0; seed < CASES; seed++) {
            // Given
            byte[] damaged = damage(feed, new Random(seed));
            long started = System.nanoTime();

            // When / Then
            assertThatCode(() -> judge(Feeds.read(damaged, type)))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .as("seed %d", seed)
                    .isLessThan(AT_MOST);
        }
    }

    /** Pieces put in, parts taken out or said many times, and bytes flipped. */
    private static byte[] damage(String feed, Random random) {
        StringBuilder text = new StringBuilder(feed);
        for (int hit = random.nextInt(6); hit >= 0; hit--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(80));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.insert(at, text.substring(at, to).repeat(random.nextInt(20)));
                default -> text.delete(at, Math.max(to, at + 1));
            }
            if (text.isEmpty()) {
                text.append('<');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int flip = random.nextInt(4); flip > 0; flip--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void judge(ParseResult result) {
        assertThat(result).isNotNull();
        if (result instanceof ParseResult.Articles articles) {
            assertThat(articles.articles()).allSatisfy(article -> {
                assertThat(article.title()).isNotBlank().doesNotContain("\u0000");
                assertThat(article.contentHash()).hasSize(64);
                if (article.url() != null) {
                    assertThat(article.url()).startsWithIgnoringCase("http");
                }
            });
        }
    }
}
