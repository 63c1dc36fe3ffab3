package io.dateline.systemtests.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with a history, a line for each case; all empty where the promises were kept.
 *
 * @param lost         acknowledged and not stored
 * @param mangled      stored with another title or text than was sent
 * @param untagged     stored without its tags, or without a row for each of them
 * @param unplaced     news that no story holds though stories were built
 * @param twice        stored more than once, or under two ids
 * @param gaps         what a reader of changes or of the stream missed or was given again
 * @param misordered   revisions of one article that came in another order than they were sent
 * @param miscounted   numbers that differ from those recomputed from the input
 * @param misburied    dead letters that should not be, are missing, or give another reason
 * @param misanswered  answers other than they should be
 */
record Verdict(
        List<String> lost,
        List<String> mangled,
        List<String> untagged,
        List<String> unplaced,
        List<String> twice,
        List<String> gaps,
        List<String> misordered,
        List<String> miscounted,
        List<String> misburied,
        List<String> misanswered) {

    boolean clean() {
        return all().findAny().isEmpty();
    }

    Stream<String> all() {
        return kinds().flatMap(List::stream);
    }

    Stream<List<String>> kinds() {
        return Stream.of(
                lost, mangled, untagged, unplaced, twice, gaps, misordered, miscounted, misburied, misanswered);
    }
}
