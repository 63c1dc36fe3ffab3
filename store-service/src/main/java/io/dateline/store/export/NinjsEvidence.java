package io.dateline.store.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/**
 * Every tag with the exact words it came from. ninjs allows no property of ours and has none for this, so it is an item of
 * its own that belongs to the article's, and its body is JSON: the tags as {@code GET /api/articles/{id}} has them. Their
 * spans count UTF-16 code units in the main headline, or {@code title}, and the main body of the article's item.
 */
final class NinjsEvidence {
    private static final String NAME = "evidence";

    private NinjsEvidence() {}

    /** Whether there is a tag that came from words. */
    static boolean isIn(EnrichedArticle enriched) {
        return enriched.dateline() != null
                || Stream.of(
                                enriched.entities(),
                                enriched.topics(),
                                enriched.events(),
                                enriched.quotes(),
                                enriched.dates())
                        .anyMatch(tags -> !tags.isEmpty());
    }

    /** The associated item. */
    static ObjectNode of(EnrichedArticle enriched) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("name", NAME);
        item.put("uri", ArticleUri.of(enriched.article().id()) + "#" + NAME);
        item.putArray("bodies")
                .addObject()
                .put("role", NAME)
                .put("contentType", "application/json")
                .put("value", tags(enriched));
        return item;
    }

    private static String tags(EnrichedArticle enriched) {
        try {
            return MessageCodec.json().writeValueAsString(enriched.tags());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
