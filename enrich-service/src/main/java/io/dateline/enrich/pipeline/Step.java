package io.dateline.enrich.pipeline;

import java.util.List;

/**
 * One kind of tag. A step is deterministic (no clock, no locale, no map order, no random numbers), thread-safe, never
 * changes what another step wrote, and gives each tag its evidence.
 */
public interface Step {
    /** Short and stable: it stands in configuration and in {@code enrichment.steps}. */
    String name();

    /** Raised with every change of behaviour that is not in a model file. */
    String version();

    /** The model and vocabulary files the step depends on; their hashes are part of the enrichment version. */
    List<String> files();

    void run(Document document, Tags tags);

    /** What the tags name as their maker. */
    default String by() {
        return name() + "/" + version();
    }
}
