package io.dateline.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a page says of its article in schema.org's words (JSON-LD).
 *
 * @param headline  or null, as all the texts
 * @param body      the article's text
 * @param authors   names; never null
 * @param published as written
 * @param modified  as written
 * @param language  BCP 47, as written
 * @param publisher its name
 */
record StructuredData(
        String headline,
        String body,
        List<String> authors,
        String published,
        String modified,
        String language,
        String publisher) {
    private static final int SCRIPTS = 30;
    private static final int LONGEST = 1_000_000;
    private static final int NODES = 20_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** Everything null or empty where the page has none, or none that can be read. */
    static StructuredData of(Document page) {
        List<JsonNode> roots = new ArrayList<>();
        page.select("script[type*=ld+json]").stream()
                .limit(SCRIPTS)
                .map(Element::data)
                .forEach(data -> {
                    if (data.length() <= LONGEST) {
                        read(data, roots);
                    }
                });
        JsonNode article = article(roots);
        if (article == null) {
            return new StructuredData(null, null, List.of(), null, null, null, null);
        }
        return new StructuredData(
                text(article.get("headline")),
                text(article.get("articleBody")),
                names(article.get("author")),
                text(article.get("datePublished")),
                text(article.get("dateModified")),
                text(article.get("inLanguage")),
                text(article.path("publisher").get("name")));
    }

    private static void read(String data, List<JsonNode> roots) {
        try {
            roots.add(JSON.readTree(data.replaceFirst("^\\s*(?:<!--|//\\s*<!\\[CDATA\\[)", "")));
        } catch (JsonProcessingException e) {
            // The site's own fault, and no reason to lose the page: what HTML says counts instead.
            roots.add(JSON.missingNode());
        }
    }

    /** The first node that is an article; of several, the one that says most of its text. */
    private static JsonNode article(List<JsonNode> roots) {
        Deque<JsonNode> open = new ArrayDeque<>(roots);
        JsonNode best = null;
        for (int seen = 0; !open.isEmpty() && seen < NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isObject() && isArticle(node.path("@type")) && (best == null || says(node) > says(best))) {
                best = node;
            }
            if (node.isContainerNode()) {
                node.forEach(open::add);
            }
        }
        return best;
    }

    private static int says(JsonNode article) {
        return article.path("articleBody").asText("").length()
                + article.path("headline").asText("").length();
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText("").toLowerCase(Locale.ROOT);
        return name.endsWith("article")
                || name.endsWith("blogposting")
                || name.equals("report")
                || name.endsWith("review");
    }

    private static List<String> names(JsonNode author) {
        List<String> names = new ArrayList<>();
        if (author != null && author.isArray()) {
            author.forEach(one -> names.addAll(names(one)));
        } else if (author != null) {
            JsonNode name = author.isObject() ? author.get("name") : author;
            if (name != null && name.isArray()) {
                name.forEach(one -> names.addAll(names(one)));
            } else if (text(name) != null) {
                names.add(text(name));
            }
        }
        return names;
    }

    private static String text(JsonNode node) {
        if (node == null || !node.isTextual() || node.asText().isBlank()) {
            return null;
        }
        // Many generators escape for HTML first and for JSON second.
        return Parser.unescapeEntities(node.asText(), false).strip();
    }
}
