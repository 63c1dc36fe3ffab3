package io.dateline.ingest.discover;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.text.CleanText;
import io.dateline.ingest.text.HtmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a feed calls itself. */
final class FeedTitle {
    /** The title stands before the items; what lies further down is not looked at. */
    private static final int HEAD = 64 * 1024;

    private static final int LONGEST = 300;

    private FeedTitle() {}

    /** Null where it does not say. */
    static String of(Document feed) {
        String text = feed.text();
        String title = text.stripLeading().startsWith("{") ? json(text) : xml(text);
        String clean = title == null ? "" : CleanText.line(HtmlText.line(title)).text();
        return clean.isEmpty() ? null : CleanText.cut(clean, LONGEST);
    }

    private static String json(String text) {
        try {
            return MessageCodec.json().readTree(text).path("title").asText(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String xml(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        for (Element title : Jsoup.parse(head, "", Parser.xmlParser()).getElementsByTag("title")) {
            String parent = title.parent() == null ? "" : title.parent().tagName();
            if (parent.equals("channel") || parent.equals("feed")) {
                return title.text();
            }
        }
        return null;
    }
}
