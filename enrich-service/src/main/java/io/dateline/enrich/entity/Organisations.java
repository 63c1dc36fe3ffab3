package io.dateline.enrich.entity;

import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.Map;

/** One id for an organisation, however formally it is named: without its legal form, and by its name where all know it. */
final class Organisations {
    private static final WordSet LEGAL =
            WordSet.of("inc inc. ag corp corp. plc ltd ltd. llc co co. gmbh sa s.a. se nv n.v. spa s.p.a. oyj asa llp");

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("eu", "european-union"),
            Map.entry("un", "united-nations"),
            Map.entry("united-nations-organization", "united-nations"),
            Map.entry("imf", "international-monetary-fund"),
            Map.entry("who", "world-health-organization"),
            Map.entry("wto", "world-trade-organization"),
            Map.entry("iaea", "international-atomic-energy-agency"),
            Map.entry("ecb", "european-central-bank"),
            Map.entry("fbi", "federal-bureau-of-investigation"),
            Map.entry("cia", "central-intelligence-agency"),
            Map.entry("north-atlantic-treaty-organization", "nato"));

    private Organisations() {}

    /** One past the name without its legal form: "Volkswagen | AG". */
    static int bare(Tokens tokens, int from, int to) {
        int last = to - 1;
        boolean legal = last > from && tokens.capitalised(last) && LEGAL.contains(tokens.lower(last));
        return !legal ? to : last > from + 1 && tokens.is(last - 1, ',') ? last - 1 : last;
    }

    /** Key of the name as it stands, without its legal form. */
    static String key(Mention mention) {
        Tokens tokens = mention.field().tokens();
        return Names.key(tokens.surface(mention.from(), bare(tokens, mention.from(), mention.to())));
    }

    /** "EU" and "U.N." where the article does not say what they are short for. */
    static String known(String key) {
        return KNOWN.getOrDefault(key, key);
    }
}
