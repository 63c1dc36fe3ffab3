package io.dateline.enrich.quote;

import io.dateline.contracts.enriched.Entity;

/**
 * Who said it, and where the text says so.
 *
 * @param entity or null where it is not certain who is meant
 * @param from   first token that names the speaker, or -1 where none does
 * @param to     one past the last
 * @param verb   the verb of saying, or -1 without one
 * @param rule   the rule that found it
 */
record Speaker(Entity entity, int from, int to, int verb, String rule) {
    static final int NOWHERE = -1;

    /** Somebody, and nothing in this sentence says who. */
    static Speaker unnamed(int verb, String rule) {
        return new Speaker(null, NOWHERE, NOWHERE, verb, rule);
    }

    /** The one who has been speaking goes on. */
    Speaker goesOn() {
        return new Speaker(entity, NOWHERE, NOWHERE, NOWHERE, "goes-on");
    }
}
