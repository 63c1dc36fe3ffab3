package io.dateline.local.newsroom;

import io.dateline.local.newsroom.Newsroom.Item;
import java.time.Instant;
import java.util.List;

/** Atom 1.0 with full text. */
final class AtomWriter implements FeedWriter {
    @Override
    public byte[] write(FeedName feed, String site, List<Item> items) {
        Instant updated = items.isEmpty() ? Instant.EPOCH : items.get(0).at();
        XmlWriter xml = new XmlWriter()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom")
                .text("id", "tag:dateline.example,2026:" + feed.path())
                .text("title", feed.title())
                .text("subtitle", "Sample stories of the Dateline project")
                .open("link", "rel", "self", "href", site + feed.path())
                .close()
                .open("link", "rel", "alternate", "type", "text/html", "href", site + "/")
                .close()
                .text("updated", updated.toString());
        items.forEach(item -> write(xml, site, item));
        return xml.close().done();
    }

    private static void write(XmlWriter xml, String site, Item item) {
        Story story = item.story();
        xml.open("entry", "xml:lang", story.language())
                .text("id", "tag:dateline.example,2026:" + story.key())
                .text("title", story.title())
                .open("link", "rel", "alternate", "type", "text/html", "href", site + item.path())
                .close();
        if (story.url() != null) {
            xml.open("link", "rel", "via", "href", story.url()).close();
        }
        xml.text("published", item.at().toString())
                .text("updated", item.at().toString())
                .open("author")
                .text("name", story.byline());
        if (story.url() != null) {
            xml.text("uri", story.url());
        }
        xml.close().text("rights", story.rights());
        story.categories()
                .forEach(category -> xml.open("category", "term", category).close());
        xml.text("summary", story.body().get(0))
                .text("content", Html.body(story), "type", "html")
                .close();
    }
}
