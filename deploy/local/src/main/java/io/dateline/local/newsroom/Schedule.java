package io.dateline.local.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When stories come out: a dozen are there from the beginning, dated over the past half hour, then one every 10 to 20
 * seconds. Time during which the newsroom did not run brings no stories.
 */
final class Schedule {
    static final int FROM_THE_BEGINNING = 12;

    private static final Duration APART_AT_FIRST = Duration.ofSeconds(150);

    private final Instant started;
    private final int alreadyOut;

    /**
     * @param started    when the newsroom opened, this time
     * @param alreadyOut how many stories were out by then
     */
    Schedule(Instant started, int alreadyOut) {
        this.started = started;
        this.alreadyOut = alreadyOut;
    }

    /** What has to come out by {@code now} beyond the {@code out} stories that are out, in order. */
    List<Release> due(int out, Instant now) {
        List<Release> due = new ArrayList<>();
        int number = out;
        while (!releaseOf(number).isAfter(now)) {
            due.add(new Release(number, releaseOf(number)));
            number++;
        }
        return due;
    }

    /** When the story with this number comes out, for one that was not out when the newsroom opened. */
    Instant releaseOf(int number) {
        if (number < FROM_THE_BEGINNING) {
            return started.minus(APART_AT_FIRST.multipliedBy(FROM_THE_BEGINNING - number));
        }
        Instant at = started;
        for (int n = Math.max(alreadyOut, FROM_THE_BEGINNING); n <= number; n++) {
            at = at.plus(gapBefore(n));
        }
        return at;
    }

    /** 10 to 20 seconds, irregular but fixed. */
    static Duration gapBefore(int number) {
        return Duration.ofSeconds(10 + (number * 7L) % 11);
    }
}
