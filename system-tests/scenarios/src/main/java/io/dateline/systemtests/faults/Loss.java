package io.dateline.systemtests.faults;

import java.util.Random;

/** Which answers are to be lost, how many of them are left, and how many were. Thread-safe. */
final class Loss {
    static final Loss NONE = new Loss("", 0, "", "");

    /** How many are let through between two losses, where that is left to chance: less than so many. */
    private static final int LET_THROUGH = 4;

    private final String word;
    private final String before;
    private final String caller;
    private final boolean acknowledgements;
    private final Random random;
    private int left;
    private int pass;
    private int lost;

    private Loss(String word, int times, String before, String caller, boolean acknowledgements, Random random) {
        this.word = word;
        this.left = times;
        this.before = before;
        this.caller = caller;
        this.acknowledgements = acknowledgements;
        this.random = random;
        this.pass = random == null ? 0 : random.nextInt(LET_THROUGH);
    }

    /**
     * One after another.
     *
     * @param word   of the answer
     * @param before what must have been answered on the same connection since the word was last; empty: nothing
     * @param caller what a connection must have said of itself at its beginning; empty: any
     */
    Loss(String word, int times, String before, String caller) {
        this(word, times, before, caller, false, null);
    }

    /** As the first, of any caller, at random. */
    static Loss ofAnswers(String word, int times, String before, Random random) {
        return new Loss(word, times, before, "", false, random);
    }

    /** Of those that Kafka gives to producers, at random. */
    static Loss ofAcknowledgements(int times, Random random) {
        return new Loss("", times, "", "", true, random);
    }

    String word() {
        return word;
    }

    String before() {
        return before;
    }

    boolean acknowledgements() {
        return acknowledgements;
    }

    synchronized boolean concerns(String introduction) {
        return left > 0 && introduction.contains(caller);
    }

    /** Whether this one is lost: there is one left to lose, and chance, where it is asked, has it. */
    synchronized boolean take() {
        if (left == 0) {
            return false;
        }
        if (pass > 0) {
            pass--;
            return false;
        }
        pass = random == null ? 0 : random.nextInt(LET_THROUGH);
        left--;
        lost++;
        return true;
    }

    synchronized int lost() {
        return lost;
    }
}
