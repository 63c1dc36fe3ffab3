package io.dateline.systemtests.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one run is made of.
 *
 * @param articles distinct ones that are sent, 1 to 1,000,000
 * @param rounds   in each of which every fault strikes once, 1 to 100
 * @param seed     of articles and faults
 * @param form     which faults
 * @param only      no others than these; empty: all of the form
 * @param instances of each service, all through the run, 1 or 2; faults strike the first of each
 */
record Plan(int articles, int rounds, long seed, Fault.Form form, List<Fault> only, int instances) {
    private static final String PREFIX = "dateline.faults.";

    Plan {
        if (articles < 1 || articles > 1_000_000) {
            throw new IllegalArgumentException("articles is 1 to 1,000,000, not " + articles);
        }
        if (rounds < 1 || rounds > 100) {
            throw new IllegalArgumentException("rounds is 1 to 100, not " + rounds);
        }
        if (instances < 1 || instances > 2) {
            throw new IllegalArgumentException("instances is 1 or 2, not " + instances);
        }
        only = List.copyOf(only);
    }

    /** The faults in the order in which they strike, without those that cannot strike several instances. */
    List<Fault> schedule() {
        return Schedule.of(form, rounds, seed, only).stream()
                .filter(fault -> instances == 1 || fault.strikesSeveral())
                .toList();
    }

    /**
     * From the system properties {@code dateline.faults.seed}, {@code articles}, {@code rounds}, {@code form} (short or
     * long), {@code only} (names of faults, separated by commas) and {@code instances}. Without a seed each run has another.
     */
    static Plan ofProperties() {
        Fault.Form form = Fault.Form.valueOf(text("form", "short").toUpperCase(Locale.ROOT));
        boolean small = form == Fault.Form.SHORT;
        return new Plan(
                Integer.parseInt(text("articles", small ? "4000" : "20000")),
                Integer.parseInt(text("rounds", small ? "1" : "3")),
                seedOfProperties(),
                form,
                Arrays.stream(text("only", "").split(","))
                        .filter(name -> !name.isBlank())
                        .map(name -> Fault.valueOf(
                                name.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList(),
                Integer.parseInt(text("instances", "1")));
    }

    /** Another each time where none is given. */
    static long seedOfProperties() {
        return Long.parseLong(text("seed", Long.toString(System.nanoTime() % 1_000_000_000L)));
    }

    /** A property of the suite. */
    static String text(String name, String otherwise) {
        String value = System.getProperty(PREFIX + name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
