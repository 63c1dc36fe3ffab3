package io.dateline.systemtests.faults;

import java.util.concurrent.atomic.AtomicInteger;

/** Which answers are to be lost, how many of them are left, and how many were. Thread-safe. */
final class Loss {
    static final Loss NONE = new Loss("", 0, "", "");

    private final String word;
    private final String before;
    private final String caller;
    private final AtomicInteger left;
    private final AtomicInteger lost = new AtomicInteger();

    /**
     * @param word   of the answer
     * @param before what must have been answered on the same connection since the word was last; empty: nothing
     * @param caller what a connection must have said of itself at its beginning; empty: any
     */
    Loss(String word, int times, String before, String caller) {
        this.word = word;
        this.before = before;
        this.caller = caller;
        this.left = new AtomicInteger(times);
    }

    String word() {
        return word;
    }

    String before() {
        return before;
    }

    boolean concerns(String introduction) {
        return left.get() > 0 && introduction.contains(caller);
    }

    /** Whether there is one left to lose; then it is lost. */
    boolean take() {
        boolean takes = left.getAndUpdate(some -> Math.max(0, some - 1)) > 0;
        if (takes) {
            lost.incrementAndGet();
        }
        return takes;
    }

    int lost() {
        return lost.get();
    }
}
