package io.dateline.store.stream;

import io.dateline.store.stream.ChangeReader.Found;
import java.util.List;

/** Reads what a follower has missed, from the table and in stretches, of which it never keeps more than a few changes. */
final class CatchUp {
    /** So many wait in memory for one client: one who resumes far back and then takes nothing must not cost more. */
    static final int KEPT = 20;
    /** Of a filter that little matches, so many are looked at in one go. */
    private static final int MOST = 640;

    private final ChangeReader reader;
    private final ChangeFilter filter;
    private int size = KEPT;

    CatchUp(ChangeReader reader, ChangeFilter filter) {
        this.reader = reader;
        this.filter = filter;
    }

    /**
     * @param wanted of the stretch, in order, {@value #KEPT} at most
     * @param end    the last seq looked at; where nothing is stored after it, the one it was asked for
     */
    record Stretch(List<Found> wanted, long end) {}

    /** Blocks on the database, until there is something that is wanted or nothing more. */
    Stretch after(long seq) {
        long end = seq;
        while (true) {
            List<Found> found = reader.read(end, size, filter.deep());
            List<Found> wanted =
                    found.stream().filter(filter::matches).limit(KEPT).toList();
            boolean cut = wanted.size() == KEPT;
            if (!found.isEmpty()) {
                end = (cut ? wanted : found)
                        .get((cut ? wanted : found).size() - 1)
                        .change()
                        .seq();
            }
            size = wanted.isEmpty() ? Math.min(MOST, 2 * size) : KEPT;
            if (found.isEmpty() || !wanted.isEmpty()) {
                return new Stretch(wanted, end);
            }
        }
    }
}
