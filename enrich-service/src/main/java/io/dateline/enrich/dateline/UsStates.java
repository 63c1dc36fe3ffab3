package io.dateline.enrich.dateline;

import java.util.Locale;
import java.util.Set;

/** States of the US as datelines shorten them. */
final class UsStates {
    private static final Set<String> SHORT =
            Set.of(("ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich"
                            + " minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo")
                    .split(" "));

    private UsStates() {}

    /** Of a word without its dot. */
    static boolean isAbbreviation(String word) {
        return SHORT.contains(word.toLowerCase(Locale.ROOT));
    }

    /** "Fla" as "Fla.", everything else as it stands. */
    static String dotted(String word) {
        return isAbbreviation(word) ? word + "." : word;
    }
}
