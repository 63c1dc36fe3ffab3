package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A feed or sitemap as a tree, and what becomes of it. */
final class XmlFeed {
    private final Document document;
    private final XmlElement root;
    private final ParseResult.Fault broken;
    private final boolean cutOff;

    /** @param broken what was wrong with the document, or null; @param cutOff whether its last item is not whole */
    XmlFeed(Document document, XmlElement root, ParseResult.Fault broken, boolean cutOff) {
        this.document = document;
        this.root = root;
        this.broken = broken;
        this.cutOff = cutOff;
    }

    ParseResult read(Instant now) {
        return switch (root.name) {
            // RSS 1.0 has its items beside the channel, the others in it.
            case "rss", "rdf:rdf", "rdf" -> feed("rss", root.first("channel"), List.of(root), now);
            case "channel" -> feed("cdf", root, List.of(), now);
            case "atom:feed", "feed" -> feed("atom", root, List.of(), now);
            case "atom:entry", "entry" -> entry(now);
            case "urlset" -> sitemap(now);
            case "sitemapindex" ->
                new ParseResult.Refused(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "This is an index of sitemaps. Add the news sitemap that it lists as the feed.");
            default ->
                new ParseResult.Refused(
                        broken == null ? ProblemCode.UNSUPPORTED_MEDIA_TYPE : ProblemCode.MALFORMED_DOCUMENT,
                        "This is XML, but neither RSS nor Atom nor a news sitemap.");
        };
    }

    private ParseResult feed(String format, XmlElement head, List<XmlElement> besides, Instant now) {
        FeedHead said = HeadReader.of(head, document);
        List<XmlElement> items = new ArrayList<>();
        if (head != null) {
            items.addAll(head.all("item", "atom:entry", "entry", "atom:item"));
        }
        besides.forEach(beside -> items.addAll(beside.all("item")));
        FeedItem.Inherited inherited = FeedItem.Inherited.of(head);
        List<ArticleDraft> drafts = new ArrayList<>();
        for (XmlElement item : whole(items)) {
            drafts.add(new FeedItem(item, inherited, document, said.site()).draft());
        }
        return finish(format, said, drafts, now);
    }

    private ParseResult entry(Instant now) {
        FeedItem entry = new FeedItem(root, FeedItem.Inherited.of(null), document, null);
        return finish("atom", FeedHead.UNKNOWN, List.of(entry.draft()), now);
    }

    /** A sitemap that tells no news holds every page of a site, without titles and dates: that is no feed. */
    private ParseResult sitemap(Instant now) {
        List<ArticleDraft> drafts = new ArrayList<>();
        for (XmlElement url : whole(root.all("url"))) {
            if (url.first("news:news") != null) {
                drafts.add(new NewsSitemapItem(url, document.url()).draft());
            }
        }
        boolean noNews = drafts.isEmpty() && root.first("url") != null && !cutOff;
        return noNews
                ? new ParseResult.Refused(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "This is a sitemap without news: nothing in it says what is new.")
                : finish("news-sitemap", FeedHead.UNKNOWN, drafts, now);
    }

    /** Without the one that was cut off, and no more than it takes to see that there are too many. */
    private List<XmlElement> whole(List<XmlElement> items) {
        int count = cutOff && !items.isEmpty() ? items.size() - 1 : items.size();
        return items.subList(0, Math.min(count, ItemCollector.ITEMS + 1));
    }

    private ParseResult finish(String format, FeedHead head, List<ArticleDraft> drafts, Instant now) {
        return new ItemCollector(document, format)
                .finish(head, drafts, broken == null ? List.of() : List.of(broken), now);
    }
}
