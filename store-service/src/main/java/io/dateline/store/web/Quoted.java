package io.dateline.store.web;

import io.dateline.contracts.enriched.Span;

/**
 * A sentence that tells an event, shortened at its ends where it is long.
 *
 * @param before the sentence up to the act; never null
 * @param act    the words that name the act; never null
 * @param after  the rest of the sentence; never null
 */
public record Quoted(String before, String act, String after) {
    private static final int SHOWN = 160;

    /** @param trigger inside the sentence */
    static Quoted of(Span sentence, Span trigger) {
        int act = trigger.start() - sentence.start();
        String before = sentence.surface().substring(0, act);
        String after = sentence.surface().substring(act + trigger.surface().length());
        return new Quoted(
                before.length() > SHOWN ? "… " + before.substring(before.length() - SHOWN) : before,
                trigger.surface(),
                after.length() > SHOWN ? after.substring(0, SHOWN) + " …" : after);
    }
}
