package io.dateline.local.newsroom;

import io.dateline.local.newsroom.Newsroom.Item;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** RSS 2.0 with full text in {@code content:encoded}. */
final class RssWriter implements FeedWriter {
    @Override
    public byte[] write(FeedName feed, String site, List<Item> items) {
        XmlWriter xml = new XmlWriter()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .open("channel")
                .text("title", feed.title())
                .text("link", site + "/")
                .text("description", "Sample stories of the Dateline project");
        items.forEach(item -> write(xml, site, item));
        return xml.close().close().done();
    }

    private static void write(XmlWriter xml, String site, Item item) {
        Story story = item.story();
        xml.open("item")
                .text("title", story.title())
                .text("link", site + item.path())
                .text("guid", "dateline-sample:" + story.key(), "isPermaLink", "false")
                .text(
                        "pubDate",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(item.at().atOffset(ZoneOffset.UTC)))
                .text("dc:creator", story.byline())
                .text("dc:rights", story.rights())
                .text("dc:language", story.language());
        story.categories().forEach(category -> xml.text("category", category));
        xml.text("description", story.body().get(0))
                .text("content:encoded", Html.body(story))
                .close();
    }
}
