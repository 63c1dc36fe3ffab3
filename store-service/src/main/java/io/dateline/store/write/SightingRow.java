package io.dateline.store.write;

import io.dateline.contracts.article.Sighting;
import java.util.List;

/**
 * A sighting as it goes into its table.
 *
 * @param urlHash see {@link Sighting#urlHash()}; computed once
 * @param traceId W3C trace id of its way here, or null
 */
record SightingRow(Sighting sighting, String urlHash, String traceId) {
    SightingRow(Sighting sighting, String traceId) {
        this(sighting, sighting.urlHash(), traceId);
    }

    /** What a repeat is known by. */
    List<String> key() {
        return List.of(sighting.articleId(), sighting.source().id(), urlHash);
    }
}
