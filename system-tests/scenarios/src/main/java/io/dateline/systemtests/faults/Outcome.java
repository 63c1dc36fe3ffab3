package io.dateline.systemtests.faults;

import java.util.List;
import java.util.Locale;

/**
 * What came of one run.
 *
 * @param recoveredSeconds the longest time in which the system caught up after faults
 * @param faults           that struck
 */
record Outcome(int articles, int faults, long seed, double recoveredSeconds, Verdict verdict) {
    private static final int SHOWN = 10;

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
                        + " misordered=%d miscounted=%d misburied=%d misanswered=%d",
                articles,
                faults,
                verdict.lost().size(),
                verdict.twice().size(),
                verdict.gaps().size(),
                recoveredSeconds,
                seed,
                verdict.misordered().size(),
                verdict.miscounted().size(),
                verdict.misburied().size(),
                verdict.misanswered().size());
    }
}
