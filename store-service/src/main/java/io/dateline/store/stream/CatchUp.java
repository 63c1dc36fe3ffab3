package io.dateline.store.stream;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
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
     * @param wanted of the stretch, in order
     * @param end    the last seq looked at; where nothing is stored after it, the one it was asked for
     * @param last   whether nothing more was stored behind it when it was read
     */
    record Stretch(List<Found> wanted, long end, boolean last) {}

    /**
     * One stretch, {@value #KEPT} wanted ones at most. Blocks on the database.
     *
     * @throws ProblemException also {@code cursor-expired}, where changes were dropped since it began
     */
    Stretch after(long seq) {
        List<Found> found = read(seq);
        if (found.stream().anyMatch(Found::dropped)) {
            // Nobody is led around a hole in silence.
            reader.resume(seq);
        }
        // What was asked for in the end.
        int asked = size;
        List<Found> wanted = found.stream().filter(filter::matches).limit(KEPT).toList();
        boolean cut = wanted.size() == KEPT;
        List<Found> looked = cut ? wanted : found;
        long end =
                looked.isEmpty() ? seq : looked.get(looked.size() - 1).change().seq();
        size = wanted.isEmpty() ? Math.min(MOST, 2 * size) : KEPT;
        return new Stretch(wanted, end, !cut && found.size() < asked);
    }

    private List<Found> read(long seq) {
        try {
            return reader.read(seq, size, filter.deep());
        } catch (ProblemException e) {
            if (e.problem().code().equals(ProblemCode.QUERY_TIMEOUT.code()) && size > KEPT) {
                // A client that came back would ask for just as much again.
                size = KEPT;
                return reader.read(seq, size, filter.deep());
            }
            throw e;
        }
    }
}
