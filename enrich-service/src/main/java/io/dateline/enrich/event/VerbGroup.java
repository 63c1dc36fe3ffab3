package io.dateline.enrich.event;

/**
 * Auxiliaries and the verb they belong to.
 *
 * @param from    first token
 * @param head    the verb, or -1 where the lists do not know it
 * @param to      where the rest of the clause starts
 * @param passive whether the subject is what the act is done to
 * @param negated "did not"
 * @param mood    never null
 */
record VerbGroup(int from, int head, int to, boolean passive, boolean negated, Mood mood) {
    /** How real the act is. */
    enum Mood {
        FACT,
        /** It will be done. */
        FUTURE,
        /** It may be done. */
        MAYBE,
        /** It should be done. */
        DUTY,
        /** The subject is willing to do what follows. */
        WILLING,
        UNWILLING
    }
}
