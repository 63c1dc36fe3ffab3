package io.dateline.systemtests.faults;

import java.util.List;
import java.util.Locale;

/**
 * What came of one run.
 *
 * @param faults that struck
 * @param times  how long the system took
 * @param idle   faults that struck and met nothing, or less than they are for
 */
record Outcome(int articles, int faults, long seed, Times times, List<String> idle, Verdict verdict) {
    private static final int SHOWN = 10;

    /**
     * Seconds.
     *
     * @param recovered the longest from the end of a fault until all that was let flow was accepted and could be read
     * @param struck    the longest from a fault's beginning to its end: until processes were ready again and lines clear
     * @param stories   from the last of the flow that could be read until stories were built of all
     */
    record Times(double recovered, double struck, double stories) {
        Times and(Times other) {
            return new Times(
                    Math.max(recovered, other.recovered),
                    Math.max(struck, other.struck),
                    Math.max(stories, other.stories));
        }
    }

    /** Prints what is wrong and, last, the result. */
    void print() {
        verdict.kinds().forEach(Outcome::show);
        System.out.println(result());
    }

    /** Some of each kind, so that one does not hide another. */
    private static void show(List<String> wrong) {
        wrong.stream().limit(SHOWN).forEach(System.out::println);
        if (wrong.size() > SHOWN) {
            System.out.println("and " + (wrong.size() - SHOWN) + " more");
        }
    }

    /** In one line. */
    String result() {
        return String.format(
                Locale.ROOT,
                "RESULT articles=%d faults=%d lost=%d twice=%d gaps=%d recovered_s=%.1f seed=%d"
                        + " misordered=%d miscounted=%d misburied=%d misanswered=%d mangled=%d untagged=%d unplaced=%d"
                        + " struck_s=%.1f stories_s=%.1f idle=%s",
                articles,
                faults,
                verdict.lost().size(),
                verdict.twice().size(),
                verdict.gaps().size(),
                times.recovered(),
                seed,
                verdict.misordered().size(),
                verdict.miscounted().size(),
                verdict.misburied().size(),
                verdict.misanswered().size(),
                verdict.mangled().size(),
                verdict.untagged().size(),
                verdict.unplaced().size(),
                times.struck(),
                times.stories(),
                idle);
    }
}
