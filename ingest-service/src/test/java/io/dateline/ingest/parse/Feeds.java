package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Reads feeds as the poller does. */
final class Feeds {
    static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final DocumentReader READER = DocumentReader.ofFeeds(InstantSource.fixed(NOW));
    private static final String NAMESPACES = " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'"
            + " xmlns:media='http://search.yahoo.com/mrss/' xmlns:atom='http://www.w3.org/2005/Atom'"
            + " xmlns:itunes='http://www.itunes.com/DTDs/Podcast-1.0.dtd'"
            + " xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'";

    private Feeds() {}

    static ParseResult read(byte[] bytes, String type) {
        return READER.read(new Document(bytes, type, "https://n.example/feeds/all.xml"));
    }

    static ParseResult read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8), "application/xml; charset=utf-8");
    }

    static ParseResult.Articles articles(String xml) {
        ParseResult result = read(xml);
        assertThat(result).isInstanceOf(ParseResult.Articles.class);
        return (ParseResult.Articles) result;
    }

    static ParsedArticle only(String xml) {
        List<ParsedArticle> articles = articles(xml).articles();
        assertThat(articles).hasSize(1);
        return articles.get(0);
    }

    /** The article of an RSS item with this inside. */
    static ParsedArticle item(String inside) {
        return only(rss("<item>" + inside + "</item>"));
    }

    static String rss(String inside) {
        return "<rss version='2.0'" + NAMESPACES + "><channel>" + inside + "</channel></rss>";
    }

    static String atom(String inside) {
        return "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>" + inside
                + "</feed>";
    }

    /** As CDATA, whatever it holds. */
    static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
