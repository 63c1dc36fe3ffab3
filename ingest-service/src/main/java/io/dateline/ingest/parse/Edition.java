package io.dateline.ingest.parse;

import java.time.Instant;

/**
 * Which version of a story an article is, as far as its sender says.
 *
 * @param slug     by which versions without an id find their story: lower case, letters and digits; null where the article
 *                 has an id of its own, or no slug
 * @param follows  whether the sender marked it as an update, a correction or a kill of something sent before
 * @param number   the sender's version or lead number, or null
 * @param created  when the sender made this version, to the minute at least, or null
 * @param untitled whether the title is only the slug, for want of a headline
 */
public record Edition(String slug, boolean follows, Long number, Instant created, boolean untitled) {
    /** Of copy that says nothing about versions. */
    public static final Edition NONE = new Edition(null, false, null, null, false);

    /** Of copy that has an id of its own; a number that is none counts as absent. */
    static Edition of(String number, String created) {
        ReadDate date = created == null ? null : ReadDate.of(created);
        boolean whole = number != null && number.strip().matches("\\d{1,18}");
        return new Edition(
                null,
                false,
                whole ? Long.valueOf(number.strip()) : null,
                date == null || date.precision().equals("day") ? null : date.at(),
                false);
    }

    Edition withoutTitle() {
        return new Edition(slug, follows, number, created, true);
    }
}
