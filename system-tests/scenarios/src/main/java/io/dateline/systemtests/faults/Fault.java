package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Service;
import java.time.Duration;

/** What can strike. Each returns when it is over: the processes are started again, the lines are clear. */
enum Fault {
    KILL_INGEST(Form.SHORT, "F1", rig -> ProcessFaults.kill(rig, Service.INGEST)),
    KILL_ENRICH(Form.SHORT, "F1", rig -> ProcessFaults.kill(rig, Service.ENRICH)),
    KILL_STORE(Form.SHORT, "F1", rig -> ProcessFaults.kill(rig, Service.STORE)),
    /** The store is killed while what it has read waits for PostgreSQL. */
    KILL_WAITING_STORE(Form.SHORT, "F1", ProcessFaults::killWaitingStore),
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
    DEAD_KAFKA(Form.LONG, "F6", rig -> LineFaults.during(rig.kafka(), Line.DEAD, Duration.ofSeconds(30))),
    DEAD_POSTGRES(Form.LONG, "F6", rig -> LineFaults.during(rig.postgres(), Line.DEAD, Duration.ofSeconds(30))),
    POISON(Form.SHORT, "F8", Poison::spill),
    REBALANCES(Form.SHORT, "F10", GroupFaults::rebalances),
    OVERSIZE(Form.LONG, "F9", SizeFaults::strike),
    ABSURD_DATES(Form.LONG, "F11", DateFaults::strike),
    NEWER_MESSAGES(Form.LONG, "F13", VersionFaults::strike),
    REPLAY_LETTERS(Form.LONG, "F14", LetterFaults::replay),
    /** Ingest is killed while it polls. */
    KILL_POLLING(Form.LONG, "F1", FeedFaults::killPolling),
    HOSTILE_FEEDS(Form.LONG, "F15", FeedFaults::hostile),
    /** The standby is promoted in place of a PostgreSQL that is killed. */
    PROMOTE_STANDBY(Form.LONG, "F4", ProcessFaults::promoteStandby),
    TERM_ALL(Form.LONG, "F1", ProcessFaults::stopServices),
    REPLAY(Form.LONG, "F12", GroupFaults::replay),
    /** The services of the whole run are started with a clock that can be set. */
    WRONG_CLOCKS(Form.NAMED, "F11", ClockFaults::strike),
    LOSE_REPLIES(Form.NAMED, "F5", LostReplies::lose),
    /** The servers of the whole run lie on a small disk. */
    DISK_FULL(Form.NAMED, "F7", DiskFaults::fill);

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

    private interface Strike {
        void at(Rig rig);
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

    void strike(Rig rig) {
        strike.at(rig);
    }
}
