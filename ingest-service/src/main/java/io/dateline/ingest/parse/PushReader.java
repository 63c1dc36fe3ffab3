package io.dateline.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.ingest.text.Hashes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One pushed article, a JSON object. Strict: whoever pushes can be told what is wrong. Thread-safe. */
public final class PushReader {
    private static final ObjectReader JSON =
            MessageCodec.json().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final List<String> TEXT_FIELDS = List.of(
            "id",
            "title",
            "body",
            "url",
            "summary",
            "byline",
            "slugline",
            "language",
            "agency",
            "edNote",
            "publishedAt",
            "updatedAt",
            "embargoUntil",
            "status");

    private PushReader() {}

    /** @throws RefusedArticle {@code malformed-json}, {@code invalid-article} or {@code too-large} */
    public static ParsedArticle read(byte[] json, Instant now) throws RefusedArticle {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (StreamReadException e) {
            throw new RefusedArticle(ProblemCode.MALFORMED_JSON, "This is not well-formed JSON" + at(e) + ".");
        } catch (IOException e) {
            throw new RefusedArticle(ProblemCode.MALFORMED_JSON, "This is not one JSON object in UTF-8.");
        }
        if (!node.isObject()) {
            throw new RefusedArticle(ProblemCode.INVALID_ARTICLE, "An article is a JSON object.");
        }
        Original original = new Original("application/json", Hashes.sha256(json), json.length);
        return new ArticleFinisher(true, now, original).finish(draft(node));
    }

    private static ArticleDraft draft(JsonNode node) throws RefusedArticle {
        for (String field : TEXT_FIELDS) {
            JsonNode value = node.get(field);
            if (value != null && !value.isNull() && !value.isTextual()) {
                throw invalid(field + " is not a string.");
            }
        }
        ArticleDraft draft = new ArticleDraft();
        draft.title = Markup.plain(JsonFields.text(node, "title"));
        if (draft.title == null) {
            throw invalid("title is missing.");
        }
        draft.body = Markup.plain(JsonFields.text(node, "body"));
        draft.fullText = true;
        draft.publisherId = limited("id", JsonFields.text(node, "id"), ArticleLimits.SHORT_TEXT);
        draft.url = url(node);
        draft.sourceName = limited("source", source(node.get("source")), ArticleLimits.SHORT_TEXT);
        draft.summary = Markup.plain(JsonFields.text(node, "summary"));
        draft.byline = Markup.plain(JsonFields.text(node, "byline"));
        draft.slugline = JsonFields.text(node, "slugline");
        draft.language = JsonFields.text(node, "language");
        draft.agency = JsonFields.text(node, "agency");
        draft.edNote = JsonFields.text(node, "edNote");
        draft.published = JsonFields.text(node, "publishedAt");
        draft.updated = JsonFields.text(node, "updatedAt");
        draft.embargoUntil = JsonFields.text(node, "embargoUntil");
        draft.urgency = urgency(node.get("urgency"));
        draft.status = status(JsonFields.text(node, "status"));
        draft.authors.addAll(list(node, "authors"));
        draft.categories.addAll(list(node, "categories"));
        media(node.path("media"), draft);
        return draft;
    }

    private static String url(JsonNode node) throws RefusedArticle {
        String written = limited("url", JsonFields.text(node, "url"), ArticleLimits.URL);
        String url = Links.absolute(null, written);
        if (written != null && url == null) {
            throw invalid("url is not an absolute http or https address.");
        }
        return url;
    }

    private static String source(JsonNode source) throws RefusedArticle {
        if (source == null || source.isNull()) {
            return null;
        }
        String name = source.isTextual() ? source.asText() : JsonFields.text(source, "name", "id");
        if (name == null || name.isBlank()) {
            throw invalid("source is neither a name nor an object with one.");
        }
        return name;
    }

    private static Integer urgency(JsonNode urgency) throws RefusedArticle {
        if (urgency == null || urgency.isNull()) {
            return null;
        }
        if (!urgency.canConvertToInt()
                || !urgency.isIntegralNumber()
                || urgency.intValue() < 1
                || urgency.intValue() > 9) {
            throw invalid("urgency is not a whole number from 1 to 9.");
        }
        return urgency.intValue();
    }

    private static ArticleStatus status(String written) throws RefusedArticle {
        if (written == null) {
            return null;
        }
        return Stream.of(ArticleStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> invalid("status is not usable, withheld or canceled."));
    }

    private static List<String> list(JsonNode node, String field) throws RefusedArticle {
        JsonNode list = node.get(field);
        if (list != null && !list.isNull() && !list.isArray()) {
            throw invalid(field + " is not a list.");
        }
        List<String> texts = JsonFields.texts(node, field);
        if (texts.size() > ArticleLimits.LIST) {
            throw new RefusedArticle(ProblemCode.TOO_LARGE, field + " has more than " + ArticleLimits.LIST + " items.");
        }
        return texts;
    }

    private static void media(JsonNode list, ArticleDraft draft) throws RefusedArticle {
        for (JsonNode one : list) {
            String url = Links.absolute(null, one.isTextual() ? one.asText() : JsonFields.text(one, "url"));
            if (url == null) {
                throw invalid("an item of media has no absolute http or https address.");
            }
            draft.media.add(new Media(url, JsonFields.text(one, "mediaType"), JsonFields.text(one, "caption")));
        }
    }

    private static String limited(String field, String text, int limit) throws RefusedArticle {
        if (text != null && text.length() > limit) {
            throw new RefusedArticle(
                    ProblemCode.TOO_LARGE,
                    field + " has " + text.length() + " characters; " + limit + " are the limit.");
        }
        return text;
    }

    private static RefusedArticle invalid(String detail) {
        return new RefusedArticle(ProblemCode.INVALID_ARTICLE, detail);
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
