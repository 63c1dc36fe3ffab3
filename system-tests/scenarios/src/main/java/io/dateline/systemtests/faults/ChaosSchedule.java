package io.dateline.systemtests.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Which faults of each lane strike when; all of it follows from the seed. */
final class ChaosSchedule {
    private ChaosSchedule() {}

    /** @param at from the beginning; later where the one before it in its lane is not over by then */
    record Moment(Duration at, ChaosFault fault) {}

    /** @param length within which all of them are to strike */
    static Map<ChaosFault.Lane, List<Moment>> of(long seed, Duration length) {
        Random random = new Random(seed);
        Map<ChaosFault.Lane, List<Moment>> schedule = new EnumMap<>(ChaosFault.Lane.class);
        for (ChaosFault.Lane lane : ChaosFault.Lane.values()) {
            List<ChaosFault> faults = Arrays.stream(ChaosFault.values())
                    .filter(fault -> fault.lane() == lane)
                    .toList();
            schedule.put(
                    lane,
                    IntStream.range(0, lane.times())
                            .map(i -> random.nextInt((int) length.toMillis()))
                            .sorted()
                            .mapToObj(
                                    at -> new Moment(Duration.ofMillis(at), faults.get(random.nextInt(faults.size()))))
                            .toList());
        }
        return schedule;
    }
}
