package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A term of the IPTC Media Topics.
 *
 * @param id       {@code medtop:20000639}; never null
 * @param label    English label; never null
 * @param score    0 to 1, three decimals
 * @param broader  ids of the broader terms, nearest first; never null
 * @param evidence at least one span
 * @param by       the model or lexicon and its version; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Topic(
        String id,
        String label,
        @JsonInclude(JsonInclude.Include.ALWAYS) double score,
        List<String> broader,
        List<Span> evidence,
        String by) {

    public Topic {
        broader = broader == null ? List.of() : List.copyOf(broader);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
