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
        return new Quoted(end(before), trigger.surface(), beginning(after));
    }

    /** Words stay whole; text without spaces is cut between two letters. */
    private static String end(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int from = text.length() - SHOWN;
        int word = from;
        while (word < text.length() && !Character.isWhitespace(text.charAt(word - 1))) {
            word++;
        }
        boolean near = word - from < SHOWN / 2;
        int cut = near ? word : from + (Character.isLowSurrogate(text.charAt(from)) ? 1 : 0);
        return "… " + text.substring(cut);
    }

    private static String beginning(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int word = SHOWN;
        while (word > 0 && !Character.isWhitespace(text.charAt(word))) {
            word--;
        }
        boolean near = SHOWN - word < SHOWN / 2;
        int cut = near ? word : SHOWN - (Character.isLowSurrogate(text.charAt(SHOWN)) ? 1 : 0);
        return text.substring(0, cut) + " …";
    }
}
