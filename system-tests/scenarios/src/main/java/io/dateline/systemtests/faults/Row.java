package io.dateline.systemtests.faults;

import java.time.LocalDate;

/**
 * One line of the store's memory of revisions, with what the article's own row says.
 *
 * @param url       null where the article's row is missing
 * @param words     title and text as {@link Words}; null where the article's row is missing
 * @param tagged    whether all of its tags lie beside it
 * @param placed    whether its article is in a story
 * @param published the day, UTC; null where the article's row is missing or has none
 * @param head      whether it stands for its article; false where the article's row is missing
 */
record Row(
        long seq,
        String id,
        int revision,
        String url,
        String words,
        boolean tagged,
        boolean placed,
        LocalDate published,
        boolean head) {
    String key() {
        return id + "/" + revision;
    }
}
