package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.function.Consumer;

/** What can strike while others do. Those of one lane never strike together, since they would fight for the same thing. */
enum ChaosFault {
    KILL_INGEST(Lane.SERVICES, rig -> ProcessFaults.killAmongOthers(rig, Service.INGEST)),
    KILL_ENRICH(Lane.SERVICES, rig -> ProcessFaults.killAmongOthers(rig, Service.ENRICH)),
    KILL_STORE(Lane.SERVICES, rig -> ProcessFaults.killAmongOthers(rig, Service.STORE)),
    KILL_KAFKA(Lane.SERVERS, ProcessFaults::killKafka),
    STOP_KAFKA(Lane.SERVERS, ProcessFaults::stopKafka),
    KILL_POSTGRES(Lane.SERVERS, ProcessFaults::killPostgres),
    STOP_POSTGRES(Lane.SERVERS, ProcessFaults::stopPostgres),
    RESET_LINES(Lane.LINES, LineFaults::reset),
    SLOW_LINES(Lane.LINES, rig -> LineFaults.both(rig, Line.slow(Duration.ofMillis(200)), Length.MEDIUM)),
    NARROW_LINES(Lane.LINES, rig -> LineFaults.both(rig, Line.narrow(64 * 1024), Length.MEDIUM)),
    MUTE_KAFKA(Lane.LINES, rig -> LineFaults.during(rig.kafka(), Line.MUTE, Length.SHORT)),
    MUTE_POSTGRES(Lane.LINES, rig -> LineFaults.during(rig.postgres(), Line.MUTE, Length.SHORT)),
    DEAD_KAFKA(Lane.LINES, rig -> LineFaults.during(rig.kafka(), Line.DEAD, Length.MEDIUM)),
    DEAD_POSTGRES(Lane.LINES, rig -> LineFaults.during(rig.postgres(), Line.DEAD, Length.MEDIUM)),
    LOSE_REPLIES(Lane.LINES, rig -> LostReplies.during(rig, Length.MEDIUM)),
    POISON(Lane.INPUT, always(Poison::spill)),
    NEWER_MESSAGES(Lane.INPUT, always(VersionFaults::strike)),
    REBALANCES(Lane.INPUT, GroupFaults::rebalances);

    private final Lane lane;
    private final Strike strike;

    ChaosFault(Lane lane, Strike strike) {
        this.lane = lane;
        this.strike = strike;
    }

    /** What they strike, and how many of them in one run. */
    enum Lane {
        SERVICES(3),
        SERVERS(2),
        LINES(4),
        INPUT(2);

        private final int times;

        Lane(int times) {
            this.times = times;
        }

        int times() {
            return times;
        }
    }

    private interface Strike {
        boolean at(Rig rig);
    }

    private static final class Length {
        private static final Duration SHORT = Duration.ofSeconds(3);
        private static final Duration MEDIUM = Duration.ofSeconds(5);
    }

    Lane lane() {
        return lane;
    }

    /** Returns when it is over; whether it met what it is for. */
    boolean strike(Rig rig) {
        return strike.at(rig);
    }

    private static Strike always(Consumer<Rig> work) {
        return rig -> {
            work.accept(rig);
            return true;
        };
    }
}
