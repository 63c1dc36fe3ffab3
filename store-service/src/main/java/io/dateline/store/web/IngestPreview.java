package io.dateline.store.web;

import java.time.Instant;
import java.util.List;

/**
 * What a document would become, as ingest answers it.
 *
 * @param items  in document order; never null
 * @param faults what of it could not be read; never null
 */
record IngestPreview(String format, List<Item> items, List<Fault> faults) {
    IngestPreview {
        items = items == null ? List.of() : List.copyOf(items);
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /**
     * @param outcome     what publishing it would be: accepted, unchanged, late or sighting
     * @param title       or null
     * @param publishedAt or null
     * @param language    or null
     */
    record Item(String outcome, String title, Instant publishedAt, String language) {}

    /** @param at ordinal of an item, from 1; 0 for the document as a whole */
    record Fault(int at, String code, String detail) {}
}
