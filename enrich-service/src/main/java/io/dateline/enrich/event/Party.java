package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;

/**
 * Somebody a clause names.
 *
 * @param entity  the article's entity, or null where only a noun names them ("rebels")
 * @param country ISO 3166-1 alpha-2, or null
 * @param sector  PLOVER sector, or null
 * @param from    first token
 * @param to      one past the last
 * @param before  the word the party stands behind, as a bit of {@link Word}: a place, "by", "and", {@link #COMMA}, or 0
 */
record Party(Entity entity, String country, String sector, int from, int to, int before) {
    /** What stands before: a comma. */
    static final int COMMA = -1;

    boolean joined() {
        return before == Word.AND || before == COMMA;
    }

    /** Whether the text says where they belong, or what they are. */
    boolean known() {
        return sector != null || country != null && entity != null && entity.type() != Entity.Type.LOC;
    }

    /** Whether it is a person or a body with a name. */
    boolean named() {
        return entity != null && (entity.type() == Entity.Type.PER || entity.type() == Entity.Type.ORG);
    }

    boolean inPlace() {
        return before == Word.PLACE && sector == null;
    }

    boolean same(Party other) {
        return entity != null && entity == other.entity
                || from == other.from
                || country != null && country.equals(other.country) && sector != null && sector.equals(other.sector);
    }
}
