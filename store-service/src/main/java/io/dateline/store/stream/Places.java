package io.dateline.store.stream;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Places for those who follow: so many in all, and no more of them for one caller than leave some to others. Thread-safe.
 */
final class Places {
    private final int all;
    /** Places by caller; no more entries than places. */
    private final Map<String, Integer> taken = new HashMap<>();

    private int count;

    /** @param all 1 or more */
    Places(int all) {
        this.all = all;
    }

    /** One that was taken; it is given back once, however often that is said. */
    final class Place {
        private final String caller;
        private final AtomicBoolean given = new AtomicBoolean();

        private Place(String caller) {
            this.caller = caller;
        }

        void giveBack() {
            if (given.compareAndSet(false, true)) {
                free(caller);
            }
        }
    }

    /**
     * @param caller who asks
     * @param most   places that one caller may have
     * @throws ProblemException {@code too-many-clients}
     */
    synchronized Place take(String caller, int most) {
        check(caller, most);
        taken.merge(caller, 1, Integer::sum);
        count++;
        return new Place(caller);
    }

    /** Throws what {@link #take} would, and takes none. */
    synchronized void check(String caller, int most) {
        if (taken.getOrDefault(caller, 0) >= most) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_CLIENTS,
                    "As many streams as one key, or one address without a key, may have (" + most
                            + ") are open. Close one, or read /api/changes.");
        }
        if (count >= all) {
            throw new ProblemException(ProblemCode.TOO_MANY_CLIENTS, "Try again later, or read /api/changes.");
        }
    }

    synchronized int count() {
        return count;
    }

    private synchronized void free(String caller) {
        taken.computeIfPresent(caller, (name, places) -> places == 1 ? null : places - 1);
        count--;
    }
}
