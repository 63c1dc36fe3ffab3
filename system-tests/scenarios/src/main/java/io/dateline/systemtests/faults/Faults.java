package io.dateline.systemtests.faults;

import java.sql.SQLException;
import java.util.List;

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
    private static final int SHOWN = 10;

    private Faults() {}

    public static void main(String[] args) throws SQLException {
        System.exit(exitCode(run(Plan.ofProperties())));
    }

    /** Prints what is wrong and, last, the result. */
    static FaultRun.Outcome run(Plan plan) throws SQLException {
        FaultRun.Outcome outcome = new FaultRun(plan).run();
        outcome.verdict().kinds().forEach(Faults::show);
        System.out.println(outcome.result());
        return outcome;
    }

    /** Some of each kind, so that one does not hide another. */
    private static void show(List<String> wrong) {
        wrong.stream().limit(SHOWN).forEach(System.out::println);
        if (wrong.size() > SHOWN) {
            System.out.println("and " + (wrong.size() - SHOWN) + " more");
        }
    }

    static int exitCode(FaultRun.Outcome outcome) {
        if (!outcome.verdict().clean()) {
            return BROKEN;
        }
        return outcome.recoveredSeconds() > CAUGHT_UP ? SLOW : 0;
    }
}
