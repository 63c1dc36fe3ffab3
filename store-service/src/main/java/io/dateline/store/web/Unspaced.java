package io.dateline.store.web;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Writing that puts no spaces between words: a search by words finds none inside it. */
final class Unspaced {
    private static final Set<UnicodeScript> SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Unspaced() {}

    static boolean in(String text) {
        return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(SCRIPTS::contains);
    }
}
