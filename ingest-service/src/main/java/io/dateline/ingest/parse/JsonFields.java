package io.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads fields of JSON that others wrote: a field of another type than ours is as good as absent. */
final class JsonFields {
    private JsonFields() {}

    static String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null
                    && (value.isTextual() || value.isNumber())
                    && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return null;
    }

    static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        JsonNode list = node.get(name);
        if (list != null && list.isArray()) {
            list.forEach(item -> {
                if (item.isTextual() && !item.asText().isBlank()) {
                    texts.add(item.asText());
                }
            });
        }
        return texts;
    }
}
