package io.dateline.enrich.pipeline;

import io.dateline.contracts.enriched.Span;
import java.util.function.Supplier;

/** Where steps say why they decided as they did. Saying something never changes a tag. */
public interface Explain {
    /** Listens to nothing; the usual case. */
    Explain NOTHING = (step, span, rule, why) -> {};

    /**
     * @param step name of the step
     * @param span the words it is about, or null where it is about the whole article
     * @param rule short and stable: {@code sense-rejected}, {@code event-rule}, {@code abstained} …
     * @param why  in plain words; only called by somebody who listens
     */
    void say(String step, Span span, String rule, Supplier<String> why);
}
