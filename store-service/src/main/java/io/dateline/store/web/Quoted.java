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

    /** @param trigger inside the sentence; stands alone where it is not */
    static Quoted of(Span sentence, Span trigger) {
        int act = trigger.start() - sentence.start();
        boolean inside = trigger.field().equals(sentence.field())
                && act >= 0
                && act + trigger.surface().length() <= sentence.surface().length();
        if (!inside) {
            return new Quoted("", trigger.surface(), "");
        }
        String before = sentence.surface().substring(0, act);
        String after = sentence.surface().substring(act + trigger.surface().length());
        return new Quoted(
                before.length() > SHOWN ? "… " + before.substring(before.length() - SHOWN) : before,
                trigger.surface(),
                after.length() > SHOWN ? after.substring(0, SHOWN) + " …" : after);
    }
}
