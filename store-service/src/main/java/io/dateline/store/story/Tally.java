package io.dateline.store.story;

import java.util.Arrays;

/**
 * Points of a day's members, by their numbers. An article is looked at beside thousands, so points are counted in plain
 * arrays that are used again for the next article. Not thread-safe.
 */
final class Tally {
    private double[] sums = new double[64];
    private int[] scored = new int[64];
    private int count;

    /** What becomes of the points. */
    interface Points {
        void of(int number, double sum);
    }

    /** @param more greater than 0 */
    void add(int number, double more) {
        if (number >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(number + 1, sums.length * 2));
            scored = Arrays.copyOf(scored, sums.length);
        }
        if (sums[number] == 0) {
            scored[count++] = number;
        }
        sums[number] += more;
    }

    /** Tells the points of each that has any, and forgets them. */
    void drain(Points action) {
        for (int i = 0; i < count; i++) {
            action.of(scored[i], sums[scored[i]]);
            sums[scored[i]] = 0;
        }
        count = 0;
    }
}
