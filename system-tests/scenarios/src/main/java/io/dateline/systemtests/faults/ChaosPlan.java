package io.dateline.systemtests.faults;

/**
 * Runs in which faults overlap, one for each seed.
 *
 * @param seed     of the first; those after it have the next numbers
 * @param seeds    how many, 1 to 1,000
 * @param articles of each run, 1 to 1,000,000
 */
record ChaosPlan(long seed, int seeds, int articles) {
    ChaosPlan {
        if (seeds < 1 || seeds > 1_000) {
            throw new IllegalArgumentException("seeds is 1 to 1,000, not " + seeds);
        }
        if (articles < 1 || articles > 1_000_000) {
            throw new IllegalArgumentException("articles is 1 to 1,000,000, not " + articles);
        }
    }

    /** From the system properties {@code dateline.faults.seed}, {@code seeds} and {@code articles}. */
    static ChaosPlan ofProperties() {
        return new ChaosPlan(
                Plan.seedOfProperties(),
                Integer.parseInt(Plan.text("seeds", "20")),
                Integer.parseInt(Plan.text("articles", "3000")));
    }
}
