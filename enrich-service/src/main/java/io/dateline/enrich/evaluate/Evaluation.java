package io.dateline.enrich.evaluate;

import java.io.IOException;
import java.util.List;

/** Measures one step on one development set. A new one is added in {@link Evaluate}. */
interface Evaluation {
    /** Name of the step it measures. */
    String step();

    /** Short name of the set, as the table and {@code evaluation.tsv} have it. */
    String set();

    /** Paths below the data folder that must be there; where one is not, the set is reported as skipped. */
    List<String> needs();

    /** @throws IOException where a file of the set cannot be read */
    List<Figure> run(Ground ground) throws IOException;
}
