package io.dateline.store.write;

import io.dateline.contracts.article.ArticleStatus;
import java.time.Instant;
import java.util.List;

/**
 * A revision as it goes into the tables; everything that can be computed before the transaction is.
 *
 * @param textConfig PostgreSQL's text search configuration for its language
 * @param searchable the part of the body that is indexed, in lower case
 * @param tags       {@code kind:value}, never null
 * @param packedTags all of its tags with their evidence, see {@link io.dateline.store.sql.PackedJson}
 * @param fingerprint of its text, or null
 * @param labels     of those tags that have one; never null
 * @param mentioned  the days the text names as a datemultirange, or null where it names none
 * @param places     where its places lie; never null
 * @param tagRows    what is stored of its tags row by row; never null
 * @param way        how it came here; never null
 */
record ArticleRow(
        String id,
        int revision,
        String contentHash,
        ArticleStatus status,
        String sourceId,
        String sourceName,
        String sourceKind,
        String url,
        String title,
        String snippet,
        String language,
        Instant publishedAt,
        Instant sortAt,
        Instant fetchedAt,
        String enrichmentVersion,
        String highlights,
        List<String> tags,
        String textConfig,
        String searchableTitle,
        String searchable,
        String raw,
        byte[] packedTags,
        String fingerprint,
        List<Label> labels,
        String mentioned,
        List<Place> places,
        TagRows tagRows,
        Way way) {

    /**
     * What a person reads for a tag.
     *
     * @param namedAt of a source, which may be renamed: when it was called so; else null
     */
    record Label(String tag, String kind, String label, Instant namedAt) {
        /** Of two for one tag the one to be shown: the newer, or where they are as new, this one. */
        Label or(Label other) {
            return namedAt != null && other.namedAt.isAfter(namedAt) ? other : this;
        }
    }

    /** Where a place lies. */
    record Place(String place, String name, String country, float latitude, float longitude) {}

    /**
     * Those whose names may be offered to whoever types; names under an embargo come with the revision that ends it, and
     * what was withdrawn brings none.
     */
    static List<ArticleRow> shown(List<ArticleRow> rows) {
        return rows.stream().filter(row -> !row.hides()).toList();
    }

    /** Whether this revision takes the article out of sight. */
    boolean hides() {
        return status != ArticleStatus.USABLE;
    }
}
