package io.dateline.store.saved;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whose turn it is: who has had none goes first, then whoever had one the longest ago. Not for use by several threads. */
final class Turns {
    private long number;
    /** Of those that may be. */
    private final Map<String, Long> last = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > SavedTables.MOST;
        }
    };

    /** By the id of a saved query. */
    Comparator<String> order() {
        return Comparator.comparingLong(id -> last.getOrDefault(id, 0L));
    }

    void had(String id) {
        last.remove(id);
        last.put(id, ++number);
    }
}
