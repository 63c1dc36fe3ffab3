package io.dateline.systemtests.corpus;

import java.util.Arrays;
import java.util.Random;

/** Ranks drawn by Zipf's law: rank r (from 0) as often as {@code 1 / (r + 1) ^ exponent}. */
final class Zipf {
    private final double[] cumulative;

    Zipf(int ranks, double exponent) {
        cumulative = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1 / Math.pow(rank + 1, exponent);
            cumulative[rank] = sum;
        }
    }

    int next(Random random) {
        double drawn = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, drawn);
        return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found);
    }
}
