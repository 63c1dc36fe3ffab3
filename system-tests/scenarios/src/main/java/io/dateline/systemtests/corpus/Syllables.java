package io.dateline.systemtests.corpus;

import java.util.Locale;

/** Invented words: of each number another one, and the same every time. */
final class Syllables {
    private static final String[] ONSETS = {
        "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "st"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u"};
    private static final String[] COUNTRIES = {
        "AZ", "BR", "CL", "DE", "EG", "FR", "GB", "IN", "JP", "KE", "LA", "MX", "NG", "PL", "SA", "TR", "US", "ZA"
    };

    private Syllables() {}

    /** @param family words of two families differ, however many there are of each */
    static String word(int number, String family) {
        StringBuilder word = new StringBuilder();
        // A bijection, so that neighbours in rank look nothing alike and none stands twice.
        int left = number;
        do {
            word.append(ONSETS[left % ONSETS.length]);
            left /= ONSETS.length;
            word.append(VOWELS[left % VOWELS.length]);
            left /= VOWELS.length;
        } while (left > 0);
        return word.append(family.charAt(0))
                .append(family.charAt(family.length() - 1))
                .toString();
    }

    static String name(int number) {
        return capital(word(number % 211, "given")) + " " + capital(word(number, "family"));
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String country(int place) {
        return COUNTRIES[place % COUNTRIES.length];
    }
}
