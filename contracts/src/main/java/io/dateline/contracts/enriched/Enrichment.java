package io.dateline.contracts.enriched;

import java.util.List;

/**
 * What produced the tags.
 *
 * @param version     hash over code, models, vocabularies and enabled steps, 16 hex characters; never null
 * @param steps       {@code name/version} in the order they ran; never null
 * @param unsupported kinds of tags that were not looked for because the article's language is not covered
 *                    ({@code topics}, {@code events}, {@code quotes}, {@code dates}, {@code names}), sorted; never null. An
 *                    empty list of tags means "none found" only where its kind is not named here.
 */
public record Enrichment(String version, List<String> steps, List<String> unsupported) {
    /** What covers every language it has met. */
    public Enrichment(String version, List<String> steps) {
        this(version, steps, List.of());
    }

    public Enrichment {
        steps = steps == null ? List.of() : List.copyOf(steps);
        unsupported = unsupported == null ? List.of() : List.copyOf(unsupported);
    }
}
