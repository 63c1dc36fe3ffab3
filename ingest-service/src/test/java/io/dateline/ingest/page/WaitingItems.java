package io.dateline.ingest.page;

import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.support.FeedServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/** Items of feeds, as the reader makes them, that wait for pages of a site. */
final class WaitingItems {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    private WaitingItems() {}

    static WaitingPage waiting(FeedServer site, String feed, String path, String words) {
        return new WaitingPage(
                site.url(path),
                Origin.feed(feed, "source", "Source"),
                parsed(site.url(path), words),
                site.host(),
                false);
    }

    static ParsedArticle parsed(String url, String words) {
        String rss = "<rss version='2.0'><channel><title>t</title><item><title>Headline</title><link>" + url
                + "</link><description>" + words + "</description></item></channel></rss>";
        Document document = new Document(rss.getBytes(StandardCharsets.UTF_8), "application/rss+xml", "http://feed/");
        ParseResult result = DocumentReader.ofFeeds(InstantSource.fixed(NOW)).read(document);
        return ((ParseResult.Articles) result).articles().get(0);
    }
}
