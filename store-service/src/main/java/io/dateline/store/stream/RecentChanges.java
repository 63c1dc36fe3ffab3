package io.dateline.store.stream;

import io.dateline.store.stream.ChangeReader.Found;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The newest changes, once for all who follow: each of them keeps its place, and no changes of its own. Written by one
 * thread, read by many.
 */
final class RecentChanges {
    private final AtomicReferenceArray<Found> places;

    /** @param kept how many */
    RecentChanges(int kept) {
        this.places = new AtomicReferenceArray<>(kept);
    }

    void add(Found found) {
        places.set(place(found.change().seq()), found);
    }

    /** Null where it is not among them, or no more. */
    Found at(long seq) {
        Found found = places.get(place(seq));
        return found != null && found.change().seq() == seq ? found : null;
    }

    /** All of one article. */
    void forget(String article) {
        for (int i = 0; i < places.length(); i++) {
            Found found = places.get(i);
            if (found != null && found.change().id().equals(article)) {
                places.set(i, null);
            }
        }
    }

    void clear() {
        for (int i = 0; i < places.length(); i++) {
            places.set(i, null);
        }
    }

    private int place(long seq) {
        return (int) (seq % places.length());
    }
}
