package io.dateline.store.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An article as IPTC ninjs 3.1. What is not known is left out; of an article that was killed or is held back, nothing but
 * that.
 *
 * @see <a href="https://iptc.org/std/ninjs/ninjs-schema_3.1.json">the schema</a>
 */
public final class Ninjs {
    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
    private static final String PLAIN = "text/plain";
    private static final String MAIN = "main";

    private final EnrichedArticle enriched;
    private final RawArticle article;
    private final ObjectNode item = JsonNodeFactory.instance.objectNode();

    private Ninjs(EnrichedArticle enriched) {
        this.enriched = enriched;
        this.article = enriched.article();
    }

    /** One ninjs object. */
    public static ObjectNode of(EnrichedArticle enriched) {
        Ninjs ninjs = new Ninjs(enriched);
        ninjs.identity();
        if (enriched.article().status() == ArticleStatus.USABLE) {
            ninjs.times();
            ninjs.text();
            new NinjsConcepts(enriched).addTo(ninjs.item);
            ninjs.associations();
        }
        return ninjs.item;
    }

    private void identity() {
        ObjectNode standard = item.putObject("standard");
        standard.put("name", "ninjs");
        standard.put("version", "3.1");
        standard.put("schema", SCHEMA);
        item.put("uri", ArticleUri.of(article.id()));
        item.put("type", "text");
        item.put("version", Integer.toString(article.revision()));
        item.put("pubStatus", article.status().name().toLowerCase(Locale.ROOT));
        ArrayNode ids = item.putArray("altIds");
        id(ids, "dateline", article.id());
        if (article.status() == ArticleStatus.USABLE) {
            id(ids, "guid", article.guid());
            id(ids, "url", article.url());
        }
        // Killed articles are told apart by the source they are from, so this much is said of every one.
        ObjectNode source = item.putArray("infoSources").addObject();
        source.put("name", article.source().name());
        source.put("role", "provider");
        source.put("literal", article.source().id());
    }

    private static void id(ArrayNode ids, String role, String value) {
        if (value != null) {
            ids.addObject().put("role", role).put("value", value);
        }
    }

    private void times() {
        put("firstCreated", article.publishedAt());
        put("versionCreated", article.updatedAt() == null ? article.fetchedAt() : article.updatedAt());
        put("embargoedUntil", article.embargoUntil());
    }

    private void put(String name, Instant time) {
        if (time != null) {
            item.put(name, time.toString());
        }
    }

    private void text() {
        put("language", language());
        if (Boolean.TRUE.equals(article.titleDerived())) {
            // The copy had no headline: this one names it and was not written by its owner.
            item.put("title", article.title());
        } else {
            item.putArray("headlines").add(text(MAIN, article.title()));
        }
        if (!article.body().isEmpty()) {
            item.putArray("bodies")
                    .add(text(MAIN, article.body())
                            .put(
                                    "charCount",
                                    article.body()
                                            .codePointCount(0, article.body().length())));
        }
        if (article.summary() != null) {
            item.putArray("descriptions").add(text("summary", article.summary()));
        }
        put("by", by());
        put("slugline", article.slugline());
        put("located", located(enriched.dateline()));
        put("edNote", article.edNote());
        if (article.urgency() != null) {
            item.put("urgency", article.urgency());
        }
        if (article.agency() != null
                && !article.agency().equals(article.source().name())) {
            item.withArray("infoSources")
                    .addObject()
                    .put("name", article.agency())
                    .put("role", "agency");
        }
    }

    private static ObjectNode text(String role, String value) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("role", role)
                .put("contentType", PLAIN)
                .put("value", value);
    }

    private void put(String name, String value) {
        if (value != null) {
            item.put(name, value);
        }
    }

    /** As the publisher says, or as the text looks. */
    private String language() {
        if (article.language() != null) {
            return article.language();
        }
        String seen = enriched.language().code();
        return "und".equals(seen) ? null : seen;
    }

    private String by() {
        if (article.byline() != null) {
            return article.byline();
        }
        return article.authors().isEmpty() ? null : String.join(", ", article.authors());
    }

    private static String located(Dateline dateline) {
        if (dateline == null) {
            return null;
        }
        return dateline.place() == null
                ? dateline.placeText()
                : dateline.place().name();
    }

    /** Media, of which each is an item of its own with its address for all that is known of it, and the evidence. */
    private void associations() {
        ArrayNode associations = JsonNodeFactory.instance.arrayNode();
        for (Media media : article.media()) {
            ArticleUri.valid(media.url()).ifPresent(address -> associations.add(media(media, address)));
        }
        if (NinjsEvidence.isIn(enriched)) {
            associations.add(NinjsEvidence.of(enriched));
        }
        if (!associations.isEmpty()) {
            item.set("associations", associations);
        }
    }

    private static ObjectNode media(Media media, String address) {
        ObjectNode associated = JsonNodeFactory.instance.objectNode();
        String type = type(media.mediaType());
        associated.put("name", type == null ? "media" : type);
        associated.put("uri", address);
        if (type != null) {
            associated.put("type", type);
        }
        if (media.caption() != null) {
            associated.putArray("descriptions").add(text("caption", media.caption()));
        }
        ObjectNode rendition = associated.putArray("renditions").addObject();
        rendition.put("name", "original");
        rendition.put("href", address);
        if (media.mediaType() != null) {
            rendition.put("contentType", media.mediaType());
        }
        return associated;
    }

    /** Null where the media type does not say. */
    private static String type(String mediaType) {
        String kind = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        return List.of("image", "video", "audio").stream()
                .filter(start -> kind.startsWith(start + "/"))
                .map(start -> start.equals("image") ? "picture" : start)
                .findFirst()
                .orElse(null);
    }
}
