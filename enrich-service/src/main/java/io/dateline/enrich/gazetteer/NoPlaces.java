package io.dateline.enrich.gazetteer;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words of a language that are spelled like a place and hardly ever are one, or are larger than anything the gazetteer
 * holds.
 */
public final class NoPlaces {
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "en",
                    Set.of(
                            "white house",
                            "africa",
                            "europe",
                            "asia",
                            "antarctica",
                            "north america",
                            "south america",
                            "latin america",
                            "central america",
                            "middle east",
                            "republic",
                            "union",
                            "state",
                            "commonwealth",
                            "liberty",
                            "independence",
                            "freedom",
                            "commerce",
                            "enterprise",
                            "hope",
                            "mission",
                            "university",
                            "police",
                            "church",
                            "parliament",
                            "congress",
                            "senate",
                            "house",
                            "capitol",
                            "pentagon",
                            "empire",
                            "nation",
                            "media",
                            "mobile",
                            "reading",
                            "bath",
                            "nice",
                            "orange",
                            "split",
                            "victoria falls",
                            "north",
                            "south",
                            "east",
                            "west")),
            Map.entry("de", words("werden union siegen")),
            Map.entry("fr", words("orange union maurice dominique grenade")),
            Map.entry("es", words("mercedes victoria florida soledad libertad unión progreso salvador guadalupe")),
            Map.entry("pt", words("natal santos vitória união serra")),
            Map.entry("it", words("prato massa potenza imperia unione")),
            Map.entry("nl", words("best unie")),
            Map.entry("tr", words("ordu batman birlik millet meclis")),
            Map.entry("az", words("ordu birlik millət məclis")),
            Map.entry("ru", words("мир владимир киров роман союз победа")),
            Map.entry("uk", words("мир володимир союз перемога")));

    private NoPlaces() {}

    /** @param language ISO 639-1 */
    public static boolean has(String name, String language) {
        return WORDS.getOrDefault(language, Set.of()).contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
