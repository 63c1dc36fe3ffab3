package io.dateline.contracts.enriched;

import java.util.List;

/**
 * What produced the tags.
 *
 * @param version hash over code, models, vocabularies and enabled steps, 16 hex characters; never null
 * @param steps   {@code name/version} in the order they ran; never null
 */
public record Enrichment(String version, List<String> steps) {
    public Enrichment {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
