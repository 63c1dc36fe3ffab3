package io.dateline.enrich.quote;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.Tokens;
import java.util.Arrays;
import java.util.List;

/** Which tokens of a field name which entity. */
final class Named {
    private static final int NOBODY = -1;

    private final Tokens tokens;
    private final List<Entity> entities;
    private final int[] owner;
    private final int[] first;

    Named(Field field, List<Entity> entities) {
        this.tokens = field.tokens();
        this.entities = entities;
        this.owner = new int[tokens.size()];
        this.first = new int[tokens.size()];
        Arrays.fill(owner, NOBODY);
        for (int number = 0; number < entities.size(); number++) {
            for (Span span : entities.get(number).mentions()) {
                if (span.field().equals(field.name())) {
                    mark(span, number);
                }
            }
        }
    }

    private void mark(Span span, int number) {
        int from = tokens.at(span.start());
        for (int i = from; i < tokens.size() && tokens.end(i) <= span.end(); i++) {
            owner[i] = number;
            first[i] = from;
        }
    }

    /** Null where the token names nobody. */
    Entity at(int token) {
        return owner[token] == NOBODY ? null : entities.get(owner[token]);
    }

    /** Whether the token names somebody who can speak: a person, an organisation, a country, a group. */
    boolean speaks(int token) {
        return owner[token] != NOBODY;
    }

    boolean isPerson(int token) {
        return owner[token] != NOBODY && at(token).type() == Entity.Type.PER;
    }

    /** First token of the mention a token belongs to. */
    int from(int token) {
        return first[token];
    }

    /** One past the last token of the mention a token belongs to. */
    int to(int token) {
        int to = token + 1;
        while (to < tokens.size() && owner[to] == owner[token] && first[to] == first[token]) {
            to++;
        }
        return to;
    }

    List<Entity> entities() {
        return entities;
    }
}
