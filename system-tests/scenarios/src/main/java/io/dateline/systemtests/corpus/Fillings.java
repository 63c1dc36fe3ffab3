package io.dateline.systemtests.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who, where and how much: what fills the gaps of a telling. Places are few, so that happenings of one day share them. */
final class Fillings {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final List<List<String>> PLACES = List.of(
            List.of("Izmir", "Turkey", "Bursa"),
            List.of("Valencia", "Spain", "Alicante"),
            List.of("Lyon", "France", "Grenoble"),
            List.of("Porto", "Portugal", "Braga"),
            List.of("Gdansk", "Poland", "Elblag"),
            List.of("Mombasa", "Kenya", "Nakuru"),
            List.of("Cebu", "the Philippines", "Tacloban"),
            List.of("Antofagasta", "Chile", "Calama"),
            List.of("Baku", "Azerbaijan", "Ganja"),
            List.of("Tbilisi", "Georgia", "Kutaisi"),
            List.of("Bergen", "Norway", "Stavanger"),
            List.of("Split", "Croatia", "Zadar"));
    private static final List<String> GIVEN = List.of(
            "Amina", "Marek", "Lucia", "Tomas", "Nadia", "Viktor", "Elena", "Joseph", "Ingrid", "Rafael", "Leyla",
            "Omar", "Petra", "Daniel", "Sofia", "Henrik");
    private static final List<String> FAMILY = List.of(
            "Odhiambo",
            "Kovac",
            "Ferreira",
            "Lindqvist",
            "Aliyev",
            "Moreau",
            "Santos",
            "Demir",
            "Nowak",
            "Okafor",
            "Bergman",
            "Castillo",
            "Petrov",
            "Haddad",
            "Weber",
            "Tanaka",
            "Rossi",
            "Jensen",
            "Molina",
            "Beridze");
    private static final List<String> FIRST = List.of(
            "Northern",
            "Harbour",
            "United",
            "Silver",
            "Atlas",
            "Delta",
            "Meridian",
            "Orion",
            "Granite",
            "Falcon",
            "Cedar",
            "Summit");
    private static final List<String> SECOND = List.of(
            "Union", "Works", "Group", "Rovers", "Partners", "Trust", "Industries", "League", "Alliance", "Society");

    private final Random random;

    Fillings(Random random) {
        this.random = random;
    }

    Map<String, String> next(String weekday) {
        Map<String, String> filling = new HashMap<>();
        List<String> place = one(PLACES);
        filling.put("city", place.get(0));
        filling.put("CITY", place.get(0).toUpperCase(Locale.ROOT));
        filling.put("country", place.get(1));
        filling.put("city2", place.get(2));
        filling.put("p1", one(GIVEN) + " " + one(FAMILY));
        filling.put("p2", one(GIVEN) + " " + one(FAMILY));
        filling.put("org", one(FIRST) + " " + one(SECOND));
        filling.put("org2", one(FIRST) + " " + one(SECOND));
        filling.put("n1", Integer.toString(4 + random.nextInt(60)));
        filling.put("n2", Integer.toString(12 + random.nextInt(80)));
        filling.put("n3", Integer.toString(110 + random.nextInt(800)));
        filling.put("d1", (4 + random.nextInt(4)) + "." + random.nextInt(10));
        filling.put("d2", (2 + random.nextInt(9)) + "." + random.nextInt(10));
        filling.put("weekday", weekday);
        return filling;
    }

    static String fill(String sentence, Map<String, String> filling) {
        return GAP.matcher(sentence).replaceAll(gap -> Matcher.quoteReplacement(filling.get(gap.group(1))));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
