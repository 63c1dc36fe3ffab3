package io.dateline.enrich.event;

/**
 * What a verb with its complement means.
 *
 * @param op   what the verb does; never null
 * @param code CAMEO code, or null where it is no act
 * @param last last token that was needed to tell
 * @param next where the object of the verb starts
 * @param sure whether the code follows from more than the verb's own default
 */
record Meaning(Op op, String code, int last, int next, boolean sure) {}
