package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** What can strike. Each returns when it is over: the processes are started again, the lines are clear. */
enum Fault {
    KILL_INGEST(Form.SHORT, "F1", rig -> ProcessFaults.kill(rig, Service.INGEST)),
    KILL_ENRICH(Form.SHORT, "F1", rig -> ProcessFaults.kill(rig, Service.ENRICH)),
    KILL_STORE(Form.SHORT, "F1", rig -> ProcessFaults.kill(rig, Service.STORE)),
    /** The store is killed while what it has read waits for PostgreSQL. */
    KILL_WAITING_STORE(Form.SHORT, "F1", ProcessFaults::killWaitingStore),
    /** Ingest is killed while what it was sent waits for Kafka. */
    KILL_WAITING_INGEST(Form.SHORT, "F1", ProcessFaults::killWaitingIngest),
    /** A store that stands still in mid-transaction, is given up by its group, and goes on beside its stand-in. */
    FREEZE_STORE(Form.LONG, "F2", FrozenStore::freeze),
    KILL_KAFKA(Form.SHORT, "F3", ProcessFaults::killKafka),
    STOP_KAFKA(Form.LONG, "F3", ProcessFaults::stopKafka),
    KILL_POSTGRES(Form.SHORT, "F4", ProcessFaults::killPostgres),
    STOP_POSTGRES(Form.LONG, "F4", ProcessFaults::stopPostgres),
    LOSE_COMMIT_REPLIES(Form.SHORT, "F5", LineFaults::loseCommitReplies),
    MUTE_KAFKA(Form.SHORT, "F5", rig -> LineFaults.during(rig.kafka(), Line.MUTE, Duration.ofSeconds(3))),
    RESET_LINES(Form.SHORT, "F6", LineFaults::reset),
    SLOW_LINES(Form.LONG, "F6", rig -> LineFaults.both(rig, Line.slow(Duration.ofMillis(200)), Duration.ofSeconds(10))),
    NARROW_LINES(Form.LONG, "F6", rig -> LineFaults.both(rig, Line.narrow(64 * 1024), Duration.ofSeconds(10))),
    DEAD_KAFKA(Form.LONG, "F6", rig -> LineFaults.during(rig.kafka(), Line.DEAD, LineFaults.BLACK_HOLE)),
    DEAD_POSTGRES(Form.LONG, "F6", rig -> LineFaults.during(rig.postgres(), Line.DEAD, LineFaults.BLACK_HOLE)),
    POISON(Form.SHORT, "F8", always(Poison::spill)),
    REBALANCES(Form.SHORT, "F10", GroupFaults::rebalances),
    OVERSIZE(Form.LONG, "F9", always(SizeFaults::strike)),
    ABSURD_DATES(Form.LONG, "F11", always(DateFaults::strike)),
    NEWER_MESSAGES(Form.LONG, "F13", always(VersionFaults::strike)),
    REPLAY_LETTERS(Form.LONG, "F14", always(LetterFaults::replay)),
    /** Ingest is killed while it polls. */
    KILL_POLLING(Form.LONG, "F1", always(FeedFaults::killPolling)),
    HOSTILE_FEEDS(Form.LONG, "F15", always(FeedFaults::hostile)),
    /** The standby is promoted in place of a PostgreSQL that is killed. */
    PROMOTE_STANDBY(Form.LONG, "F4", ProcessFaults::promoteStandby),
    TERM_ALL(Form.LONG, "F1", ProcessFaults::stopServices),
    REPLAY(Form.LONG, "F12", always(GroupFaults::replay)),
    /** The services of the whole run are started with a clock that can be set. */
    WRONG_CLOCKS(Form.NAMED, "F11", always(ClockFaults::strike)),
    LOSE_REPLIES(Form.NAMED, "F5", always(LostReplies::lose)),
    /** The servers of the whole run lie on a small disk. */
    DISK_FULL(Form.NAMED, "F7", always(DiskFaults::fill));

    private final Form form;
    private final String number;
    private final Strike strike;

    Fault(Form form, String number, Strike strike) {
        this.form = form;
        this.number = number;
        this.strike = strike;
    }

    /** Which runs it belongs to: the long form has those of the short form too; the last only strike where named. */
    enum Form {
        SHORT,
        LONG,
        NAMED
    }

    /** Whether it met what it is for. */
    private interface Strike {
        boolean at(Rig rig);
    }

    /** One that checks for itself what came of it, or cannot miss. */
    private static Strike always(Consumer<Rig> work) {
        return rig -> {
            work.accept(rig);
            return true;
        };
    }

    /** Whether it can strike a system of several instances: some need to know which of them works, or start one of their own. */
    boolean strikesSeveral() {
        return !Set.of(
                        FREEZE_STORE,
                        KILL_WAITING_STORE,
                        REPLAY,
                        KILL_POLLING,
                        HOSTILE_FEEDS,
                        REPLAY_LETTERS,
                        OVERSIZE,
                        WRONG_CLOCKS)
                .contains(this);
    }

    boolean isIn(Form wanted) {
        return form.compareTo(wanted) <= 0;
    }

    /** Its number in the list of faults of docs/faults.md. */
    String number() {
        return number;
    }

    /** What takes time and harms nobody, before the articles flow that it is to strike. */
    void prepare(Rig rig) {
        if (this == PROMOTE_STANDBY) {
            rig.dateline().servers().startStandby();
        }
    }

    /** Whether it met what it is for: a line that nothing passed while it was bad shows nothing. */
    boolean strike(Rig rig) {
        return strike.at(rig);
    }
}
