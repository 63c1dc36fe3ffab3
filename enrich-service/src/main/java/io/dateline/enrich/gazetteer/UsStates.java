package io.dateline.enrich.gazetteer;

import java.util.Locale;
import java.util.Map;

/** States of the US as the news shortens them. */
public final class UsStates {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("ala", "Alabama"),
            Map.entry("ariz", "Arizona"),
            Map.entry("ark", "Arkansas"),
            Map.entry("calif", "California"),
            Map.entry("colo", "Colorado"),
            Map.entry("conn", "Connecticut"),
            Map.entry("del", "Delaware"),
            Map.entry("fla", "Florida"),
            Map.entry("ga", "Georgia"),
            Map.entry("ill", "Illinois"),
            Map.entry("ind", "Indiana"),
            Map.entry("kan", "Kansas"),
            Map.entry("ky", "Kentucky"),
            Map.entry("la", "Louisiana"),
            Map.entry("md", "Maryland"),
            Map.entry("mass", "Massachusetts"),
            Map.entry("mich", "Michigan"),
            Map.entry("minn", "Minnesota"),
            Map.entry("miss", "Mississippi"),
            Map.entry("mo", "Missouri"),
            Map.entry("mont", "Montana"),
            Map.entry("neb", "Nebraska"),
            Map.entry("nev", "Nevada"),
            Map.entry("nh", "New Hampshire"),
            Map.entry("nj", "New Jersey"),
            Map.entry("nm", "New Mexico"),
            Map.entry("ny", "New York"),
            Map.entry("nc", "North Carolina"),
            Map.entry("nd", "North Dakota"),
            Map.entry("okla", "Oklahoma"),
            Map.entry("ore", "Oregon"),
            Map.entry("pa", "Pennsylvania"),
            Map.entry("ri", "Rhode Island"),
            Map.entry("sc", "South Carolina"),
            Map.entry("sd", "South Dakota"),
            Map.entry("tenn", "Tennessee"),
            Map.entry("tex", "Texas"),
            Map.entry("vt", "Vermont"),
            Map.entry("va", "Virginia"),
            Map.entry("wash", "Washington"),
            Map.entry("wva", "West Virginia"),
            Map.entry("wis", "Wisconsin"),
            Map.entry("wyo", "Wyoming"),
            Map.entry("dc", "District of Columbia"));

    private UsStates() {}

    /** Whether the word shortens a state's name, with its dots or without: "Fla", "N.H". */
    public static boolean isAbbreviation(String word) {
        return name(word) != null;
    }

    /** The state's name in full, or null. */
    static String name(String word) {
        return SHORT.get(word.replace(".", "").toLowerCase(Locale.ROOT));
    }

    /** "Fla" as "Fla.", everything else as it stands. */
    public static String dotted(String word) {
        return isAbbreviation(word) && !word.endsWith(".") ? word + "." : word;
    }
}
