package io.dateline.local.newsroom;

import io.dateline.local.newsroom.Newsroom.Item;

/** A story as HTML: paragraphs for a feed, or a page of its own. */
final class Html {
    private Html() {}

    /** The paragraphs, and where the text comes from. */
    static String body(Story story) {
        StringBuilder html = new StringBuilder();
        story.body()
                .forEach(paragraph ->
                        html.append("<p>").append(escape(paragraph)).append("</p>\n"));
        return html.toString();
    }

    static String page(Item item) {
        Story story = item.story();
        String origin = story.url() == null
                ? ""
                : " First published " + story.firstPublished() + " at <a href=\"" + escape(story.url())
                        + "\">Wikinews</a>.";
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body><article><h1>%s</h1><p><em>%s, <time datetime="%s">%s</time></em></p>
                %s</article><footer><p>%s.%s</p></footer></body></html>
                """.formatted(
                        escape(story.language()),
                        escape(story.title()),
                        escape(story.title()),
                        escape(story.byline()),
                        item.at(),
                        item.at(),
                        body(story),
                        escape(story.rights()),
                        origin);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
