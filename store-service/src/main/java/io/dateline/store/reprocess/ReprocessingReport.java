package io.dateline.store.reprocess;

import java.util.List;
import java.util.Map;

/**
 * What other tags would change, or did, against those shown before them.
 *
 * @param version     of the enrichment that found them; never null
 * @param articles    so many were compared
 * @param approximate whether there are more, which were not: those compared are a sample that depends on nothing but ids
 * @param differing   articles whose tags are not all the same
 * @param kinds       by {@code language}, {@code dateline}, {@code entity}, {@code topic}, {@code event}, {@code quote}
 * @param added       the most frequent of those that are new, at most 20
 * @param lost        the most frequent of those that are gone, at most 20
 */
public record ReprocessingReport(
        String version,
        int articles,
        boolean approximate,
        int differing,
        Map<String, Kind> kinds,
        List<Counted> added,
        List<Counted> lost) {

    /**
     * Tags of one kind.
     *
     * @param changed those found by both, but with another place, score, name or part
     * @param same    those found by both, alike in everything
     */
    public record Kind(long added, long lost, long changed, long same) {
        static final Kind NONE = new Kind(0, 0, 0, 0);

        Kind plus(Kind more) {
            return new Kind(added + more.added, lost + more.lost, changed + more.changed, same + more.same);
        }
    }

    /**
     * @param value    an id where articles share it, else a type or a speaker
     * @param articles how often it was added or lost
     */
    public record Counted(String kind, String value, String label, long articles) {
        Counted plus(long more) {
            return new Counted(kind, value, label, articles + more);
        }
    }
}
