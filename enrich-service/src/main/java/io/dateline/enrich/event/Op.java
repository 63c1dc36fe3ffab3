package io.dateline.enrich.event;

/** What a verb does to the act that follows it. */
enum Op {
    /** A noun is the act. */
    NOUN,
    /** The verb is the act. */
    ACT,
    /** Carries the act out: "launched an attack". */
    DO,
    /** Carries out an act of giving: "sent food". */
    GIVE,
    STOP,
    AGREE,
    /** Announces an act of one's own; no agreement where the act is none that counts: "plans to grow". */
    PLAN,
    VOW,
    REQUEST,
    REJECT,
    THREATEN,
    ALLOW,
    FAIL,
    /** Future: "will". */
    WILL,
    SAY,
    /** A verb that is no act. */
    NONE
}
