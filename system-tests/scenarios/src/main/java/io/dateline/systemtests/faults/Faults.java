package io.dateline.systemtests.faults;

import java.sql.SQLException;

/**
 * {@code system-tests/faults}: one run of the fault suite; its last line is {@code RESULT key=value …}. Ends with 3 where
 * the history is not as it must be, with 2 where catching up took longer than 30 s, with 1 where it came to no result.
 */
public final class Faults {
    /** Seconds. */
    static final double CAUGHT_UP = 30;

    /** Exit code. */
    static final int BROKEN = 3;

    private static final int SLOW = 2;
    private static final int SHOWN = 20;

    private Faults() {}

    public static void main(String[] args) throws SQLException {
        System.exit(exitCode(run(Plan.ofProperties())));
    }

    /** Prints what is wrong and, last, the result. */
    static FaultRun.Outcome run(Plan plan) throws SQLException {
        FaultRun.Outcome outcome = new FaultRun(plan).run();
        outcome.verdict().all().limit(SHOWN).forEach(System.out::println);
        long more = outcome.verdict().all().count() - SHOWN;
        if (more > 0) {
            System.out.println("and " + more + " more");
        }
        System.out.println(outcome.result());
        return outcome;
    }

    static int exitCode(FaultRun.Outcome outcome) {
        if (!outcome.verdict().clean()) {
            return BROKEN;
        }
        return outcome.recoveredSeconds() > CAUGHT_UP ? SLOW : 0;
    }
}
