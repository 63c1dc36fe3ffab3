package io.dateline.enrich.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Explain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps what the steps say of one article. For one thread. */
final class Explanation implements Explain {
    /** A directory of place names would explain itself for megabytes. */
    static final int MOST = 1_000;

    private final List<Reason> reasons = new ArrayList<>();

    @Override
    public void say(String step, Span span, String rule, Supplier<String> why) {
        if (reasons.size() < MOST) {
            reasons.add(new Reason(step, span, rule, why.get()));
        }
    }

    List<Reason> reasons() {
        return reasons;
    }

    /**
     * One thing a step decided.
     *
     * @param step name of the step
     * @param span the words it is about, or null
     * @param rule short and stable
     * @param why  in plain words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String step, Span span, String rule, String why) {}
}
