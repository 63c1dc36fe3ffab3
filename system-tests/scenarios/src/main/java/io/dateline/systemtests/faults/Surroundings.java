package io.dateline.systemtests.faults;

import java.util.List;
import java.util.Map;

/**
 * What a system must be started in for some faults to be possible: a small disk, a clock that can be set.
 *
 * @param disk  on which Kafka and PostgreSQL lie, or null for the machine's own
 * @param clock of the services, or null for the machine's own
 * @param settings of the services, as environment
 */
record Surroundings(SmallDisk disk, WrongClock clock, Map<String, String> settings) implements AutoCloseable {
    static final Surroundings PLAIN = new Surroundings(null, null, Map.of());

    private static final String WRITER_OPTIONS =
            "QUARKUS_DATASOURCE_LIVE_WRITER_JDBC_ADDITIONAL_JDBC_PROPERTIES_OPTIONS";

    /** What these faults need, as far as it can be had here. */
    static Surroundings of(List<Fault> schedule) {
        return new Surroundings(
                schedule.contains(Fault.DISK_FULL) ? SmallDisk.mount().orElse(null) : null,
                schedule.contains(Fault.WRONG_CLOCKS) ? WrongClock.find().orElse(null) : null,
                // By their own settings PostgreSQL has cut off who stands still before another has come to its batch.
                schedule.contains(Fault.FREEZE_STORE) ? Map.of(WRITER_OPTIONS, FrozenStore.OPTIONS) : Map.of());
    }

    /** Without the faults that cannot strike here; says which and why. */
    List<Fault> possible(List<Fault> schedule) {
        if (schedule.contains(Fault.DISK_FULL) && disk == null) {
            System.out.println("SKIPPED DISK_FULL: a small disk can only be mounted by root");
        }
        if (schedule.contains(Fault.WRONG_CLOCKS) && clock == null) {
            System.out.println("SKIPPED WRONG_CLOCKS: there is no libfaketime here (Debian: apt-get install faketime)");
        }
        return schedule.stream()
                .filter(fault -> fault != Fault.DISK_FULL || disk != null)
                .filter(fault -> fault != Fault.WRONG_CLOCKS || clock != null)
                .toList();
    }

    /** To be called when the system has ended. */
    @Override
    public void close() {
        if (disk != null) {
            disk.close();
        }
        if (clock != null) {
            clock.close();
        }
    }
}
