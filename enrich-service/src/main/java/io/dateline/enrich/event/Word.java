package io.dateline.enrich.event;

/** What the lists know about one word form. */
final class Word {
    /** Forms of a verb. */
    static final int PAST = 1;

    static final int PARTICIPLE = 1 << 1;
    static final int PRESENT = 1 << 2;
    static final int BASE = 1 << 3;
    static final int ING = 1 << 4;
    /** Words of grammar. */
    static final int BE = 1 << 5;

    static final int HAVE = 1 << 6;
    static final int DO = 1 << 7;
    static final int WILL = 1 << 8;
    static final int MAY = 1 << 9;
    static final int MUST = 1 << 10;
    static final int NOT = 1 << 11;
    static final int TO = 1 << 12;
    static final int DETERMINER = 1 << 13;
    static final int PREPOSITION = 1 << 14;
    static final int SUBORDINATOR = 1 << 15;
    static final int RELATIVE = 1 << 16;
    static final int AND = 1 << 17;
    static final int THAT = 1 << 18;
    static final int ADVERB = 1 << 19;
    static final int PRONOUN = 1 << 20;
    static final int IF = 1 << 21;
    static final int WILLING = 1 << 22;
    static final int UNWILLING = 1 << 23;
    static final int PLACE = 1 << 24;
    static final int BREAK = 1 << 25;
    static final int BY = 1 << 26;
    static final int DAY = 1 << 27;
    /** "their forces". */
    static final int OWN = 1 << 28;
    /** Passive in form only: "were engaged in". */
    static final int STATIVE = 1 << 29;
    /** Participles that mostly stand before a noun. */
    static final int ADJECTIVE = 1 << 30;

    /** Told of what was not done after all: "almost". */
    static final int ALMOST = 1 << 31;

    static final int AUXILIARY = BE | HAVE | DO | WILL | MAY | MUST;
    static final int VERB = PAST | PARTICIPLE | PRESENT | BASE | ING;

    /** Bits of the above. */
    int kinds;
    /** Longest first; never null. */
    Phrase[] phrases = {};
    /** CAMEO code of an act the noun names, or null. */
    String noun;
    /** Or null. */
    Sector sector;
    /** Words of the longest entry of nouns or sectors that opens with this word. */
    int longest = 1;
    /** Told of the players of a game. */
    boolean sport;
    /** Told of shares and profits. */
    boolean market;
    /** A past tense that is none where no object follows: "three soldiers killed in". */
    boolean needsObject;
    /** May have an act for its subject: "talks began". */
    boolean happens;
    /** "them". */
    boolean objective;
    /** "unlikely to": told of what will hardly be done. */
    boolean doubtful;
    /** "expected to": told of what others foresee, not of what one wants. */
    boolean foreseen;
    /** "led" by somebody. */
    boolean leads;
    /** Says that a place is visited. */
    boolean visits;

    boolean is(int kind) {
        return (kinds & kind) != 0;
    }
}
