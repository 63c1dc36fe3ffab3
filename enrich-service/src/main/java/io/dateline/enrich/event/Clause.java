package io.dateline.enrich.event;

/**
 * A subject, a verb and what follows.
 *
 * @param kind        never null
 * @param subjectFrom first token of the subject
 * @param subjectTo   one past its last; equal to {@code subjectFrom} without one
 * @param group       the verb; never null
 * @param end         one past the last token of the clause
 * @param speaker     the clause of saying that governs this one, or null
 */
record Clause(Kind kind, int subjectFrom, int subjectTo, VerbGroup group, int end, Clause speaker) {
    /** Where it stands in its sentence. */
    enum Kind {
        MAIN,
        /** Shares the subject of the clause before: "… and fired". */
        SHARED,
        /** What somebody is said to have said. */
        CONTENT,
        /** After "while", "as", "because" … */
        UNDER,
        /** After "if", "unless", "until", "whether": nobody says it is so. */
        IF
    }

    Clause until(int to) {
        return new Clause(kind, subjectFrom, subjectTo, group, Math.min(end, to), speaker);
    }
}
