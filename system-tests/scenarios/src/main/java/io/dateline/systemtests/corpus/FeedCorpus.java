package io.dateline.systemtests.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Feeds as newspapers publish them, the same every time: RSS 2.0 with the whole story in {@code content:encoded}, RSS 2.0
 * with teasers, and Atom with escaped HTML, of 20 to 50 items. The stories are the sample newsroom's.
 */
public final class FeedCorpus {
    private FeedCorpus() {}

    /** @param seed the same seed gives the same bytes, UTF-8 */
    public static List<byte[]> generated(int feeds, long seed) {
        Random random = new Random(seed);
        List<byte[]> documents = new ArrayList<>();
        for (int i = 0; i < feeds; i++) {
            List<BenchArticle> articles = Corpus.generated(20 + random.nextInt(31), seed + i);
            String feed = i % 3 == 2 ? atom(articles, random) : rss(articles, i % 3 == 0, random);
            documents.add(feed.getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    private static String rss(List<BenchArticle> articles, boolean whole, Random random) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n"
                + "<title>Bench Tribune</title>\n<link>https://bench.example/</link>\n<description>News</description>\n"
                + "<atom:link href=\"https://bench.example/feed\" rel=\"self\" type=\"application/rss+xml\"/>\n"
                + "<language>en-GB</language>\n<ttl>15</ttl>\n");
        for (BenchArticle article : articles) {
            String html = html(article, random);
            String teaser = html.substring(0, html.indexOf("</p>") + 4);
            out.append("<item>\n<title>")
                    .append(escaped(article.title()))
                    .append("</title>\n<link>")
                    .append(article.url());
            out.append("?utm_source=rss</link>\n<guid isPermaLink=\"false\">")
                    .append(article.url())
                    .append("</guid>\n<pubDate>");
            out.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.parse(article.publishedAt()).atOffset(ZoneOffset.UTC)));
            out.append("</pubDate>\n<dc:creator><![CDATA[Ann Reporter]]></dc:creator>\n<category>World</category>\n");
            out.append("<category><![CDATA[Politics & Law]]></category>\n");
            out.append("<media:content url=\"https://bench.example/i.jpg\" medium=\"image\" width=\"1200\"/>\n");
            out.append("<description><![CDATA[").append(teaser).append("]]></description>\n");
            if (whole) {
                out.append("<content:encoded><![CDATA[").append(html).append("]]></content:encoded>\n");
            }
            out.append("</item>\n");
        }
        return out.append("</channel>\n</rss>\n").toString();
    }

    private static String atom(List<BenchArticle> articles, Random random) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n<title>Bench Courier</title>\n"
                + "<link href=\"https://bench.example/\"/>\n<updated>2026-01-02T00:00:00Z</updated>\n"
                + "<id>https://bench.example/</id>\n");
        for (BenchArticle article : articles) {
            out.append("<entry>\n<title type=\"html\">")
                    .append(escaped(article.title()))
                    .append("</title>\n<link href=\"");
            out.append(article.url()).append("\"/>\n<id>").append(article.url()).append("</id>\n<updated>");
            out.append(article.publishedAt()).append("</updated>\n<published>").append(article.publishedAt());
            out.append(
                    "</published>\n<author><name>Ben Writer</name></author>\n<category term=\"world\" label=\"World\"/>\n");
            out.append("<content type=\"html\">")
                    .append(escaped(html(article, random)))
                    .append("</content>\n</entry>\n");
        }
        return out.append("</feed>\n").toString();
    }

    /** A story as a content management system writes it: links, a picture with its caption, emphasis, a list, a pixel. */
    private static String html(BenchArticle article, Random random) {
        StringBuilder out = new StringBuilder();
        int serial = 0;
        for (String paragraph : article.body().split("\n\n")) {
            out.append(serial % 3 == 1 ? "<p class=\"paragraph paragraph--story\">" : "<p>");
            String[] sentences = escaped(paragraph).replace("'", "&#8217;").split("(?<=[.!?]) ");
            for (int i = 0; i < sentences.length; i++) {
                boolean linked = random.nextInt(4) == 0;
                out.append(i == 0 ? "" : i % 3 == 0 ? "&nbsp;" : " ");
                out.append(
                        linked
                                ? "<a href=\"https://bench.example/topic/" + serial + "?ref=story\" target=\"_blank\">"
                                : "");
                out.append(sentences[i]).append(linked ? "</a>" : "");
            }
            out.append("</p>\n");
            if (serial++ == 0) {
                out.append(
                        "<figure class=\"wp-block-image size-large\"><img decoding=\"async\" width=\"1024\" height=\"683\""
                                + " src=\"https://bench.example/images/story-1024x683.jpg\" alt=\"The scene\" loading=\"lazy\""
                                + " srcset=\"https://bench.example/images/story-300.jpg 300w, https://bench.example/images/story-768.jpg"
                                + " 768w\"/><figcaption>The scene on <em>Monday</em>. Photo: Agency</figcaption></figure>\n");
            }
        }
        return out.append("<h3>Read more</h3><ul><li><a href=\"https://bench.example/1\">What we know</a></li></ul>\n")
                .append("<img src=\"https://bench.example/pixel.gif?id=1\" width=\"1\" height=\"1\" alt=\"\"/>")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
