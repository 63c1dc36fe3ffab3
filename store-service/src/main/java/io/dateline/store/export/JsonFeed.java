package io.dateline.store.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Topic;
import io.dateline.store.query.ArticleReading;
import io.dateline.store.query.StoredArticle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Articles as JSON Feed 1.1 (<a href="https://www.jsonfeed.org/version/1.1/">jsonfeed.org</a>). */
@ApplicationScoped
public class JsonFeed {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private final ArticleReading articles;
    private final ObjectMapper json;

    JsonFeed(ArticleReading articles, ObjectMapper json) {
        this.articles = articles;
        this.json = json;
    }

    /** The page as a document in UTF-8; articles are read while it is written. */
    public StreamingOutput of(FeedPage page) {
        return out -> write(page, out);
    }

    private void write(FeedPage page, OutputStream out) throws IOException {
        // Closed only where all went well: closing would end the document as if it were whole.
        JsonGenerator item = json.getFactory().createGenerator(out);
        item.writeStartObject();
        item.writeStringField("version", VERSION);
        item.writeStringField("title", page.title());
        item.writeStringField("home_page_url", page.links().home());
        item.writeStringField("feed_url", page.links().self());
        if (page.links().next() != null) {
            item.writeStringField("next_url", page.links().next());
        }
        item.writeArrayFieldStart("items");
        page.each(articles, article -> item(item, page, article));
        item.writeEndArray();
        item.writeEndObject();
        item.flush();
    }

    private static void item(JsonGenerator item, FeedPage page, StoredArticle stored) throws IOException {
        EnrichedArticle enriched = stored.document();
        RawArticle article = enriched.article();
        item.writeStartObject();
        item.writeStringField("id", ArticleUri.of(article.id()));
        item.writeStringField("url", page.links().page(article));
        item.writeStringField("title", article.title());
        String summary = FeedPage.summary(article);
        if (page.full()) {
            item.writeStringField("summary", summary);
        }
        item.writeStringField("content_text", page.full() ? article.body() : summary);
        if (article.publishedAt() != null) {
            item.writeStringField("date_published", article.publishedAt().toString());
        }
        item.writeStringField("date_modified", stored.stored().storedAt().toString());
        authors(item, article);
        tags(item, enriched);
        String language = enriched.language().code();
        if (!"und".equals(language)) {
            item.writeStringField("language", language);
        }
        attachments(item, article);
        ours(item, page, stored);
        item.writeEndObject();
    }

    private static void authors(JsonGenerator item, RawArticle article) throws IOException {
        List<String> authors =
                article.authors().isEmpty() ? List.of(article.source().name()) : article.authors();
        item.writeArrayFieldStart("authors");
        for (String author : authors) {
            item.writeStartObject();
            item.writeStringField("name", author);
            item.writeEndObject();
        }
        item.writeEndArray();
    }

    private static void tags(JsonGenerator item, EnrichedArticle enriched) throws IOException {
        Set<String> tags = new LinkedHashSet<>();
        enriched.topics().stream().map(Topic::label).forEach(tags::add);
        tags.addAll(enriched.article().categories());
        if (!tags.isEmpty()) {
            item.writeArrayFieldStart("tags");
            for (String tag : tags) {
                item.writeString(tag);
            }
            item.writeEndArray();
        }
    }

    /** Those whose type is known, which an attachment must have. */
    private static void attachments(JsonGenerator item, RawArticle article) throws IOException {
        List<Media> media =
                article.media().stream().filter(one -> one.mediaType() != null).toList();
        if (!media.isEmpty()) {
            item.writeArrayFieldStart("attachments");
            for (Media one : media) {
                item.writeStartObject();
                item.writeStringField("url", one.url());
                item.writeStringField("mime_type", one.mediaType());
                if (one.caption() != null) {
                    item.writeStringField("title", one.caption());
                }
                item.writeEndObject();
            }
            item.writeEndArray();
        }
    }

    /** What JSON Feed has no name for. */
    private static void ours(JsonGenerator item, FeedPage page, StoredArticle stored) throws IOException {
        RawArticle article = stored.document().article();
        item.writeObjectFieldStart("_dateline");
        item.writeStringField("article", article.id());
        item.writeNumberField("revision", article.revision());
        item.writeStringField("source", article.source().id());
        item.writeStringField("source_name", article.source().name());
        item.writeStringField("data", page.links().data(article));
        item.writeEndObject();
    }
}
