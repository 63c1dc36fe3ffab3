package io.dateline.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedFormat implements DocumentFormat {
    private static final Pattern VERSION =
            Pattern.compile("\"version\"\\s*:\\s*\"https?:(?:\\\\?/){2}(?:www\\.)?jsonfeed\\.org");

    @Override
    public String name() {
        return "json-feed";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        return head.startsWith("{")
                && (mediaType.equals("application/feed+json")
                        || VERSION.matcher(head).find());
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        JsonNode feed;
        try {
            feed = read(document);
        } catch (JsonProcessingException e) {
            return new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "This is not well-formed JSON.");
        }
        JsonNode items = feed.get("items");
        if (items == null || !items.isArray()) {
            return new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "A JSON Feed has an array of items.");
        }
        List<ArticleDraft> drafts = new ArrayList<>();
        List<ParseResult.Fault> faults = new ArrayList<>();
        int at = 0;
        for (JsonNode item : items) {
            at++;
            if (item.isObject()) {
                drafts.add(draft(document, feed, item));
            } else {
                faults.add(new ParseResult.Fault(at, ProblemCode.INVALID_ARTICLE.code(), "An item is an object."));
            }
        }
        FeedHead head = new FeedHead(
                HeadReader.line(Markup.plain(JsonFields.text(feed, "title")), ArticleLimits.TITLE),
                HeadReader.line(Markup.plain(JsonFields.text(feed, "description")), ArticleLimits.SUMMARY),
                Links.absolute(document.url(), JsonFields.text(feed, "home_page_url")),
                HeadReader.line(Markup.plain(JsonFields.text(feed, "language")), ArticleLimits.SHORT_TEXT));
        return new ItemCollector(document, name()).finish(head, drafts, faults, now);
    }

    /** From its bytes where they are what JSON is sent in: as a text besides it would be in memory twice. */
    private static JsonNode read(Document document) throws JsonProcessingException {
        if (document.charset() == StandardCharsets.UTF_8) {
            try {
                return MessageCodec.json().readTree(document.bytes());
            } catch (IOException e) {
                // Not well-formed, or not UTF-8 throughout, which can be mended in its text.
            }
        }
        return MessageCodec.json().readTree(document.text());
    }

    private static ArticleDraft draft(Document document, JsonNode feed, JsonNode item) {
        ArticleDraft draft = new ArticleDraft();
        draft.guid = JsonFields.text(item, "id");
        String url = JsonFields.text(item, "url", "external_url");
        // The specification makes the id the address where it looks like one.
        draft.url = Links.absolute(document.url(), url != null || draft.guid == null ? url : web(draft.guid));
        draft.title = Markup.plain(JsonFields.text(item, "title"));
        Markup html = Markup.html(JsonFields.text(item, "content_html"));
        draft.body = html != null ? html : Markup.plain(JsonFields.text(item, "content_text"));
        draft.fullText = draft.body != null;
        Markup summary = Markup.plain(JsonFields.text(item, "summary"));
        draft.summary = draft.body == null ? null : summary;
        draft.body = draft.body == null ? summary : draft.body;
        draft.published = JsonFields.text(item, "date_published");
        draft.updated = JsonFields.text(item, "date_modified");
        String language = JsonFields.text(item, "language");
        draft.language = language != null ? language : JsonFields.text(feed, "language");
        authors(item.has("authors") || item.has("author") ? item : feed, draft);
        draft.categories.addAll(JsonFields.texts(item, "tags"));
        media(document, item, draft);
        return draft;
    }

    private static String web(String id) {
        return id.startsWith("http://") || id.startsWith("https://") ? id : null;
    }

    private static void authors(JsonNode of, ArticleDraft draft) {
        List<JsonNode> found = new ArrayList<>();
        if (of.path("authors").isArray()) {
            of.get("authors").forEach(found::add);
        } else if (of.path("author").isObject()) {
            found.add(of.get("author"));
        }
        for (JsonNode author : found) {
            String name = JsonFields.text(author, "name");
            if (name != null) {
                draft.authors.add(name);
            }
        }
    }

    private static void media(Document document, JsonNode item, ArticleDraft draft) {
        String image = Links.absolute(document.url(), JsonFields.text(item, "image"));
        if (image != null) {
            draft.media.add(new Media(image, null, null));
        }
        for (JsonNode attachment : item.path("attachments")) {
            String url = Links.absolute(document.url(), JsonFields.text(attachment, "url"));
            if (url != null) {
                draft.media.add(
                        new Media(url, JsonFields.text(attachment, "mime_type"), JsonFields.text(attachment, "title")));
            }
        }
    }
}
