package io.dateline.systemtests.faults;

import java.sql.SQLException;

/**
 * {@code system-tests/faults}: one run of the fault suite, or one for each seed of {@link Chaos}; each ends with a line
 * {@code RESULT key=value …}. Ends with 3 where a history is not as it must be, with 2 where catching up took longer than
 * 30 s, with 1 where it came to no result or a fault met nothing.
 */
public final class Faults {
    /** Seconds. */
    static final double CAUGHT_UP = 30;

    /** Exit code. */
    static final int BROKEN = 3;

    private static final int SLOW = 2;

    /** Exit code. */
    static final int NO_RESULT = 1;

    private Faults() {}

    public static void main(String[] args) throws SQLException {
        System.exit(
                Plan.text("form", "").equals("chaos")
                        ? Chaos.run(ChaosPlan.ofProperties())
                        : exitCode(run(Plan.ofProperties())));
    }

    /** Prints what is wrong and, last, the result. */
    static Outcome run(Plan plan) throws SQLException {
        Outcome outcome = new FaultRun(plan).run();
        outcome.print();
        return outcome;
    }

    static int exitCode(Outcome outcome) {
        if (!outcome.verdict().clean()) {
            return BROKEN;
        }
        if (!outcome.idle().isEmpty()) {
            return NO_RESULT;
        }
        return outcome.times().recovered() > CAUGHT_UP ? SLOW : 0;
    }
}
