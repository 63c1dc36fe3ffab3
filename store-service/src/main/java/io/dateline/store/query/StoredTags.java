package io.dateline.store.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.sql.PackedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The tags of a revision with their evidence, as a row of {@code enrichments} keeps them: packed, or in older rows as jsonb. */
public final class StoredTags {
    /** What a list does not tell of an article, and most of its tags' length. */
    private static final Set<String> DETAILS = Set.of("entities", "events", "quotes", "dates");

    private static final ObjectMapper JSON = MessageCodec.json();

    private final byte[] json;
    private final String fingerprint;

    private StoredTags(byte[] json, String fingerprint) {
        this.json = json;
        this.fingerprint = fingerprint;
    }

    /**
     * The columns to be selected.
     *
     * @param table alias of {@code enrichments}
     */
    public static String columns(String table) {
        return "%1$s.packed AS %1$s_packed, %1$s.fingerprint AS %1$s_fingerprint, %1$s.document AS %1$s_document"
                .formatted(table);
    }

    /** Of a row of such columns; null where the row has none, as of an outer join. */
    public static StoredTags of(ResultSet row, String table) throws SQLException {
        byte[] packed = row.getBytes(table + "_packed");
        if (packed != null) {
            return new StoredTags(PackedJson.unpack(packed), row.getString(table + "_fingerprint"));
        }
        String document = row.getString(table + "_document");
        return document == null ? null : new StoredTags(document.getBytes(StandardCharsets.UTF_8), null);
    }

    /** Bytes of JSON. */
    int length() {
        return json.length;
    }

    /** The article and its tags, which are kept apart, put together again. */
    public EnrichedArticle with(String raw) {
        return with(raw, Set.of());
    }

    /** The same without entities, events, quotes and dates. */
    EnrichedArticle without(String raw) {
        return with(raw, DETAILS);
    }

    /** The entity of this id, where it is among them. */
    Optional<Entity> entity(String id) {
        try {
            for (JsonNode entity : JSON.readTree(json).path("entities")) {
                if (entity.path("id").asText().equals(id)) {
                    return Optional.of(JSON.treeToValue(entity, Entity.class));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private EnrichedArticle with(String raw, Set<String> leftOut) {
        try (JsonParser parser = JSON.createParser(json)) {
            ObjectNode document = JSON.createObjectNode();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (leftOut.contains(field)) {
                    parser.skipChildren();
                    document.putArray(field);
                } else {
                    document.set(field, parser.readValueAsTree());
                }
            }
            if (fingerprint != null) {
                document.put("fingerprint", fingerprint);
            }
            document.set("article", JSON.readTree(raw));
            return JSON.treeToValue(document, EnrichedArticle.class);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(IOException e) {
        return new IllegalStateException("a document that the store wrote cannot be read", e);
    }
}
