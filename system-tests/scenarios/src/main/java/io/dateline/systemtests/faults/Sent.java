package io.dateline.systemtests.faults;

import java.time.LocalDate;

/**
 * One revision that ingest has acknowledged, or a good one that was written to a topic.
 *
 * @param url       what tells the article from others, in the input as in the store
 * @param revision  1 for what was sent of it first
 * @param words     its title and text as {@link Words}; null where nobody compares them
 * @param published the day it says it was published, UTC; null where it says none that can be true
 */
record Sent(String url, int revision, String words, LocalDate published) {
    /** One whose words nobody compares. */
    Sent(String url, int revision, LocalDate published) {
        this(url, revision, null, published);
    }
}
