package io.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.http.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One item of IPTC ninjs: 2.x (lower-case names), 3.x (camel case), and the 1.x names that many senders still use. Only
 * {@code uri} is required.
 */
final class NinjsReader {
    private static final List<String> MARKERS = List.of(
            "versioncreated",
            "versionCreated",
            "pubstatus",
            "pubStatus",
            "headlines",
            "bodies",
            "body_text",
            "body_html",
            "body_xhtml",
            "infosources",
            "infoSources",
            "contentcreated",
            "contentCreated",
            "firstcreated",
            "firstCreated",
            "embargoedUntil",
            "usageterms",
            "usageTerms");
    private static final Set<String> MAIN = Set.of("", "main", "headline", "body", "story", "text");
    private static final Set<String> COPY = Set.of("", "text", "composite");
    private static final Map<String, Integer> FORMATS = Map.of("html", 3, "xml", 2, "plain", 1);

    private NinjsReader() {}

    /** Whether an object is ninjs and not an article of our own form. */
    static boolean is(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        boolean declared = JsonFields.text(node.path("standard"), "name") != null
                        && JsonFields.text(node.path("standard"), "name").equalsIgnoreCase("ninjs")
                || Stream.of("$schema", "$standard")
                        .map(name -> JsonFields.text(node, name))
                        .anyMatch(value -> value != null && value.contains("ninjs"));
        boolean marked = MARKERS.stream().anyMatch(node::has);
        boolean own = node.has("title") && (node.has("body") || node.has("url"));
        return declared || node.path("uri").isTextual() && (marked || !own);
    }

    /** @throws RefusedArticle where it has no uri or is no text */
    static ArticleDraft draft(Document document, JsonNode item) throws RefusedArticle {
        ArticleDraft draft = new ArticleDraft();
        draft.publisherId = JsonFields.text(item, "uri");
        if (draft.publisherId == null) {
            throw new RefusedArticle(ProblemCode.INVALID_ARTICLE, "A ninjs item has a uri; this one does not.");
        }
        String type = JsonFields.text(item, "type");
        if (!COPY.contains(type == null ? "" : type.toLowerCase(Locale.ROOT))) {
            throw new RefusedArticle(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Only ninjs items of type text or composite hold copy.");
        }
        String created = WireDates.date(JsonFields.text(item, "versionCreated", "versioncreated"));
        draft.edition = Edition.of(JsonFields.text(item, "version"), created);
        draft.updated = created;
        draft.published = Stream.of(
                        JsonFields.text(item, "contentCreated", "contentcreated"),
                        JsonFields.text(item, "firstCreated", "firstcreated"),
                        created)
                .filter(date -> date != null)
                .map(WireDates::date)
                .findFirst()
                .orElse(null);
        describe(item, draft);
        sources(item, draft);
        status(item, draft);
        body(item, draft);
        media(document, item, draft);
        NewsStatus.settle(draft);
        return draft;
    }

    private static void describe(JsonNode item, ArticleDraft draft) {
        draft.title = Markup.guess(best(item, "headlines", "headline"));
        draft.byline = Markup.guess(JsonFields.text(item, "by", "byline"));
        draft.slugline = JsonFields.text(item, "slugline");
        draft.language = JsonFields.text(item, "language");
        draft.urgency = NewsStatus.urgency(JsonFields.text(item, "urgency"));
        draft.summary = Markup.guess(summary(item));
        for (String field : List.of("subjects", "subject", "genres")) {
            draft.categories.addAll(names(item.path(field)));
        }
        for (String field : List.of("keywords", "keyword")) {
            draft.categories.addAll(JsonFields.texts(item, field));
        }
        draft.authors.addAll(names(item.path("authors")));
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(one -> {
            String name = JsonFields.text(one, "name", "uri", "code");
            if (name != null) {
                names.add(name);
            }
        });
        return names;
    }

    private static String summary(JsonNode item) {
        for (JsonNode one : item.path("descriptions")) {
            String role = JsonFields.text(one, "role");
            if (role == null || role.toLowerCase(Locale.ROOT).contains("summary")) {
                return JsonFields.text(one, "value");
            }
        }
        return JsonFields.text(item, "description_text", "description_summary", "description_html", "description");
    }

    private static void sources(JsonNode item, ArticleDraft draft) {
        String holder = JsonFields.text(item, "copyrightHolder", "copyrightholder");
        String provider = null;
        String other = null;
        for (String field : List.of("infoSources", "infosources")) {
            for (JsonNode source : item.path(field)) {
                String role = JsonFields.text(source, "role");
                String name = JsonFields.text(source, "name", "uri");
                boolean provides = role == null || role.toLowerCase(Locale.ROOT).contains("provider");
                provider = provider == null && provides ? name : provider;
                other = other == null ? name : other;
            }
        }
        String written = JsonFields.text(item, "provider", "source");
        draft.agency = provider != null ? provider : other != null ? other : written != null ? written : holder;
        draft.sourceName = draft.agency;
    }

    private static void status(JsonNode item, ArticleDraft draft) {
        String status = JsonFields.text(item, "pubStatus", "pubstatus");
        String bare =
                status == null ? "" : status.substring(status.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        draft.status = switch (bare) {
            case "canceled", "cancelled" -> ArticleStatus.CANCELED;
            case "withheld" -> ArticleStatus.WITHHELD;
            default -> null;
        };
        draft.embargoUntil = WireDates.embargo(JsonFields.text(item, "embargoedUntil", "embargoed"));
        NewsStatus notes = new NewsStatus(draft);
        for (String field : List.of("signals", "signal")) {
            for (JsonNode signal : item.path(field).isArray() ? item.path(field) : List.of(item.path(field))) {
                String code = signal.isTextual() ? signal.asText() : JsonFields.text(signal, "code", "uri", "name");
                String said = code == null ? "" : code.toLowerCase(Locale.ROOT);
                if (said.contains("correction")) {
                    notes.correction(null);
                } else if (said.contains("update")) {
                    notes.update();
                }
            }
        }
        notes.note(JsonFields.text(item, "edNote", "ednote"));
    }

    private static void body(JsonNode item, ArticleDraft draft) {
        draft.fullText = true;
        JsonNode best = null;
        int rank = 0;
        for (JsonNode body : item.path("bodies")) {
            int found = rank(body);
            if (JsonFields.text(body, "value") != null && found > rank) {
                best = body;
                rank = found;
            }
        }
        if (best != null) {
            String type = type(best);
            String value = JsonFields.text(best, "value");
            draft.body = type.contains("html") || type.contains("xml")
                    ? Markup.html(value)
                    : type.contains("plain") ? Markup.plain(value) : Markup.guess(value);
            return;
        }
        String html = JsonFields.text(item, "body_html", "body_xhtml");
        String text = JsonFields.text(item, "body_text", "body");
        draft.body = html != null ? Markup.html(html) : Markup.guess(text);
    }

    /** Bodies of the main role first, then by how much of the structure their type keeps. */
    private static int rank(JsonNode body) {
        String role = JsonFields.text(body, "role");
        String type = type(body);
        int format = FORMATS.entrySet().stream()
                .filter(entry -> type.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(1);
        return (MAIN.contains(role == null ? "" : role.toLowerCase(Locale.ROOT)) ? 10 : 1) + format;
    }

    private static String type(JsonNode body) {
        String type = JsonFields.text(body, "contentType", "contenttype");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    /** Of a list of texts with roles, the one without a role or with the main one; else the first. */
    private static String best(JsonNode item, String list, String single) {
        String first = null;
        for (JsonNode one : item.path(list)) {
            String value = JsonFields.text(one, "value");
            String role = JsonFields.text(one, "role");
            if (value != null && MAIN.contains(role == null ? "" : role.toLowerCase(Locale.ROOT))) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first != null ? first : JsonFields.text(item, single, "title");
    }

    private static void media(Document document, JsonNode item, ArticleDraft draft) {
        renditions(document, item, null, draft);
        item.path("associations").forEach(one -> renditions(document, one, caption(one), draft));
    }

    private static String caption(JsonNode picture) {
        String caption = JsonFields.text(picture, "description_text", "headline");
        return caption != null
                ? caption
                : JsonFields.text(picture.path("descriptions").path(0), "value");
    }

    /** The first rendition that can be fetched stands for the picture. */
    private static void renditions(Document document, JsonNode of, String caption, ArticleDraft draft) {
        for (JsonNode rendition : of.path("renditions")) {
            String url = Links.absolute(document.url(), JsonFields.text(rendition, "href"));
            if (url != null) {
                String type = JsonFields.text(rendition, "contentType", "contenttype", "mimetype");
                draft.media.add(new Media(url, type, caption));
                return;
            }
        }
    }
}
