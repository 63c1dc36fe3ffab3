package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.pipeline.Field;

/**
 * A name in the text.
 *
 * @param field never null
 * @param from  first token
 * @param to    one past the last token
 * @param type  never null
 */
record Mention(Field field, int from, int to, Entity.Type type) {
    String surface() {
        return field.tokens().surface(from, to);
    }

    int words() {
        return to - from;
    }

    Mention with(Entity.Type other) {
        return new Mention(field, from, to, other);
    }
}
