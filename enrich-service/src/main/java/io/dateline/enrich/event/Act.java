package io.dateline.enrich.event;

import java.util.List;

/**
 * An act as one clause tells it.
 *
 * @param code       CAMEO code; never null
 * @param actors     at least one
 * @param recipients or empty
 * @param from       first token of the words that name it
 * @param to         one past the last
 * @param clause     never null
 * @param future     whether it has not happened
 * @param rule       the rule that found it
 * @param confidence 0 to 1
 */
record Act(
        String code,
        List<Party> actors,
        List<Party> recipients,
        int from,
        int to,
        Clause clause,
        boolean future,
        String rule,
        double confidence) {}
