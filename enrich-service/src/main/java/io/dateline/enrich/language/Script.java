package io.dateline.enrich.language;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The script most letters of a text are in.
 *
 * @param letters  how many letters the text has
 * @param script   or null without letters
 * @param share    of the letters that are in it
 * @param language the one language written in it, or null where there are several
 */
record Script(int letters, Character.UnicodeScript script, double share, String language) {
    private static final Map<Character.UnicodeScript, String> ONE_LANGUAGE = Map.of(
            Character.UnicodeScript.HANGUL, "ko",
            Character.UnicodeScript.THAI, "th",
            Character.UnicodeScript.GREEK, "el",
            Character.UnicodeScript.ARMENIAN, "hy",
            Character.UnicodeScript.GEORGIAN, "ka",
            Character.UnicodeScript.HEBREW, "he",
            Character.UnicodeScript.BENGALI, "bn");

    /** Scripts that several languages of ours are written in, or one of ours and others. */
    private static final Set<Character.UnicodeScript> SEVERAL = Set.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.DEVANAGARI,
            Character.UnicodeScript.HAN);

    private static final Set<String> CYRILLIC = Set.of("ru", "uk", "bg", "sr", "kk");
    private static final Set<String> ARABIC = Set.of("ar", "fa", "ur");
    private static final Set<String> OTHERS = Set.of("hi", "zh", "ja", "ko", "th", "el", "hy", "ka", "he", "bn");

    static Script of(String text) {
        Map<Character.UnicodeScript, Integer> counts = new EnumMap<>(Character.UnicodeScript.class);
        int letters = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 128) {
                latin += c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? 1 : 0;
            } else if (Character.isLetter(c)) {
                letters++;
                counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
            }
        }
        letters += latin;
        if (letters == 0) {
            return new Script(0, null, 0, null);
        }
        counts.merge(Character.UnicodeScript.LATIN, latin, Integer::sum);
        int kana = counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
                + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
        // Japanese mixes kana and Han; Chinese has no kana.
        if (kana * 10 > letters) {
            return new Script(letters, Character.UnicodeScript.HIRAGANA, 1, "ja");
        }
        Character.UnicodeScript most = Character.UnicodeScript.LATIN;
        for (Map.Entry<Character.UnicodeScript, Integer> entry : counts.entrySet()) {
            most = entry.getValue() > counts.get(most) ? entry.getKey() : most;
        }
        return new Script(letters, most, (double) counts.get(most) / letters, ONE_LANGUAGE.get(most));
    }

    /** Whether a language of ours is written in it. */
    boolean read() {
        return language != null || SEVERAL.contains(script);
    }

    /** Whether a text in this script can be in a language. */
    boolean fits(String code) {
        return switch (script) {
            case CYRILLIC -> CYRILLIC.contains(code);
            case ARABIC -> ARABIC.contains(code);
            case DEVANAGARI -> code.equals("hi");
            case HAN -> code.equals("zh") || code.equals("ja");
            case LATIN ->
                !OTHERS.contains(code)
                        && !ARABIC.contains(code)
                        && (!CYRILLIC.contains(code) || code.equals("sr") || code.equals("kk"));
            default -> false;
        };
    }
}
