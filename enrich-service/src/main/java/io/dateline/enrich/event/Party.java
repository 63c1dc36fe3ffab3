package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Field;

/**
 * Somebody a clause names.
 *
 * @param entity  the article's entity, or null where only a noun names them ("rebels")
 * @param country ISO 3166-1 alpha-2, or null
 * @param countryWords what says the country where their own words do not, or null
 * @param sector  PLOVER sector, or null
 * @param from    first token
 * @param to      one past the last
 * @param before  the word the party stands behind, as a bit of {@link Word}: a place, "by", "and", {@link #COMMA}, or 0
 * @param body    whether a noun says what they are ("troops")
 * @param head    whether they are what the words speak of, not only whose it is ("Iran's economy")
 */
record Party(
        Entity entity,
        String country,
        Span countryWords,
        String sector,
        int from,
        int to,
        int before,
        boolean body,
        boolean head) {
    /** The same, of the country that was told elsewhere. */
    Party of(Home home) {
        return new Party(entity, home.country(), home.words(), sector, from, to, before, body, head);
    }

    /** The same, of the sector that was told elsewhere. */
    Party in(String itsSector) {
        return new Party(entity, country, countryWords, itsSector, from, to, before, body, head);
    }

    /** What is taken for the country of others when it is taken from this one, which has a country. */
    Home home(Field field) {
        return new Home(country, countryWords == null ? field.span(from, to) : countryWords);
    }

    /** What stands before: a comma. */
    static final int COMMA = -1;

    boolean joined() {
        return before == Word.AND || before == COMMA;
    }

    /** Whether the text says where they belong, or what they are. */
    boolean known() {
        return sector != null || country != null && entity != null && entity.type() != Entity.Type.LOC;
    }

    /** Whether it is a body with a name. */
    boolean isBody() {
        return entity != null && entity.type() == Entity.Type.ORG;
    }

    boolean inPlace() {
        return before == Word.PLACE && entity != null && entity.type() == Entity.Type.LOC && !body;
    }

    boolean same(Party other) {
        return entity != null && entity == other.entity
                || from == other.from
                || country != null && country.equals(other.country) && sector != null && sector.equals(other.sector);
    }
}
