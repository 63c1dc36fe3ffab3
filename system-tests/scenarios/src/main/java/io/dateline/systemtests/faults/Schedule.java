package io.dateline.systemtests.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** In which order faults strike: every fault of the form once in each round, in an order of the seed. */
final class Schedule {
    private Schedule() {}

    /** @param only no others than these; empty: all of the form */
    static List<Fault> of(Fault.Form form, int rounds, long seed, List<Fault> only) {
        Random random = new Random(seed);
        List<Fault> schedule = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Fault> all = new ArrayList<>(Arrays.stream(Fault.values())
                    .filter(fault -> only.isEmpty() ? fault.isIn(form) : only.contains(fault))
                    .toList());
            Collections.shuffle(all, random);
            schedule.addAll(all);
        }
        return schedule;
    }
}
