package io.dateline.systemtests.bench.conformance;

import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.FeedHead;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParsedArticle;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where feedparser's paths lie in our model, and why those that lie nowhere do not. */
final class OurFields {
    /** @param value what we have there, or null; @param excluded why it is not compared, or null where it is */
    record Found(Object value, String excluded) {
        static Found of(Object value) {
            return new Found(value, null);
        }

        static Found not(String reason) {
            return new Found(null, reason);
        }
    }

    private static final Pattern ENTRY = Pattern.compile("entries\\[(\\d+)]\\.(.+)");
    private static final Pattern TAG = Pattern.compile("tags\\[(\\d+)]\\.(?:term|label)");
    private static final Pattern AUTHOR = Pattern.compile("authors\\[(\\d+)]\\.name");
    private static final Pattern MEDIA =
            Pattern.compile("(?:enclosures|media_content|media_thumbnail)\\[(\\d+)]\\.(url|href|type)");
    private static final Set<String> HEAD_TEXT = Set.of(
            "description",
            "subtitle",
            "tagline",
            "subtitle_detail.value",
            "tagline_detail.value",
            "description_detail.value");
    private static final Set<String> ENTRY_TEXT =
            Set.of("description", "summary", "summary_detail.value", "description_detail.value");

    private final Document document;
    private final ParseResult result;
    private final boolean untitled;

    /** @param untitled whether the items' titles were put in by this run */
    OurFields(Document document, ParseResult result, boolean untitled) {
        this.document = document;
        this.result = result;
        this.untitled = untitled;
    }

    Found at(String path, Object expected) {
        if (path.equals("encoding")) {
            boolean declared = document.contentType().contains("charset=");
            return "us-ascii".equals(expected) && !declared
                    ? Found.not("encoding: US-ASCII as the default of text/* (RFC 3023, withdrawn by RFC 7303)")
                    : Found.of(document.charset().name());
        }
        Matcher entry = ENTRY.matcher(path);
        if (entry.matches()) {
            return entry(Integer.parseInt(entry.group(1)), entry.group(2));
        }
        return path.startsWith("feed.")
                ? head(path.substring(5))
                : Found.not(path + ": of the transport or the library");
    }

    private Found head(String field) {
        FeedHead head = result instanceof ParseResult.Articles articles ? articles.feed() : FeedHead.UNKNOWN;
        if (HEAD_TEXT.contains(field)) {
            return Found.of(head.description());
        }
        return switch (field) {
            case "title", "title_detail.value" -> Found.of(head.title());
            case "link" -> Found.of(head.site());
            case "language" -> Found.of(head.language());
            default -> unmapped("feed", field);
        };
    }

    private Found entry(int at, String field) {
        List<ParsedArticle> articles = result instanceof ParseResult.Articles read ? read.articles() : List.of();
        ParsedArticle article = at < articles.size() ? articles.get(at) : null;
        if (ENTRY_TEXT.contains(field)) {
            return Found.of(article == null ? null : article.summary() != null ? article.summary() : article.body());
        }
        Matcher tag = TAG.matcher(field);
        Matcher author = AUTHOR.matcher(field);
        Matcher media = MEDIA.matcher(field);
        if (tag.matches() || field.equals("category")) {
            return Found.of(article == null ? null : item(article.categories(), tag.matches() ? tag.group(1) : "0"));
        }
        if (author.matches()) {
            return Found.of(article == null ? null : item(article.authors(), author.group(1)));
        }
        if (media.matches()) {
            var found = article == null ? null : item(article.media(), media.group(1));
            return Found.of(found == null ? null : media.group(2).equals("type") ? found.mediaType() : found.url());
        }
        return single(article, field);
    }

    private Found single(ParsedArticle article, String field) {
        boolean none = article == null;
        boolean titled = !none && !untitled && !article.titleDerived();
        return switch (field) {
            case "title", "title_detail.value" -> Found.of(titled ? article.title() : null);
            case "content[0].value" -> Found.of(none || !article.fullText() ? null : article.body());
            case "link" -> Found.of(none ? null : article.url());
            case "id", "guid" -> Found.of(none ? null : article.guid());
            case "author", "author_detail.name" -> Found.of(none ? null : item(article.authors(), "0"));
            case "published_parsed" -> Found.of(none ? null : article.publishedAt());
            case "updated_parsed" -> Found.of(none ? null : article.updatedAt());
            case "language", "content[0].language", "summary_detail.language" ->
                Found.of(none ? null : article.language());
            case "image.href" ->
                Found.of(
                        none || article.media().isEmpty()
                                ? null
                                : article.media().get(0).url());
            default -> unmapped("entries[i]", field);
        };
    }

    private static <T> T item(List<T> list, String index) {
        int at = Integer.parseInt(index);
        return at < list.size() ? list.get(at) : null;
    }

    private static Found unmapped(String of, String field) {
        if (field.endsWith("_detail.base") || field.endsWith("].base")) {
            return Found.not("base of one text: we resolve against it and do not keep it");
        }
        if (field.endsWith(".type") && field.contains("_detail") || field.endsWith("content[0].type")) {
            return Found.not("kind of one text: all ours is plain");
        }
        if (field.endsWith("_detail.language")) {
            return Found.not("language of a text other than the body: an article has one");
        }
        if (field.equals("published") || field.equals("updated") || field.equals("created")) {
            return Found.not("date as written: we keep the instant, compared by its _parsed twin");
        }
        String top = field.replaceAll("[\\[.].*", "");
        return Found.not("no place in our model: " + of + "." + top.replaceAll("_detail$", ""));
    }
}
