package io.dateline.local.newsroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.local.newsroom.Newsroom.Item;
import java.util.List;

/** JSON Feed 1.1 with full text. */
final class JsonFeedWriter implements FeedWriter {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public byte[] write(FeedName feed, String site, List<Item> items) {
        ObjectNode document = json.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("description", "Sample stories of the Dateline project")
                .put("home_page_url", site + "/")
                .put("feed_url", site + feed.path());
        var list = document.putArray("items");
        items.forEach(item -> write(list.addObject(), site, item));
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(ObjectNode node, String site, Item item) {
        Story story = item.story();
        node.put("id", "dateline-sample:" + story.key())
                .put("url", site + item.path())
                .put("title", story.title())
                .put("summary", story.body().get(0))
                .put("content_html", Html.body(story))
                .put("date_published", item.at().toString())
                .put("language", story.language())
                .put("_rights", story.rights());
        node.putArray("authors").addObject().put("name", story.byline());
        var tags = node.putArray("tags");
        story.categories().forEach(tags::add);
    }
}
