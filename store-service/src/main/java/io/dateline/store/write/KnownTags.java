package io.dateline.store.write;

import io.dateline.store.write.ArticleRow.Label;
import io.dateline.store.write.ArticleRow.Place;

/** What both lanes know to be written already. Thread-safe. */
record KnownTags(KnownRows<Label> labels, KnownRows<Place> places) {
    KnownTags() {
        this(KnownRows.labels(), KnownRows.places());
    }
}
