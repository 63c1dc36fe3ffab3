package io.dateline.enrich.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What each language calls the countries: country-codes for the languages of the UN, the JDK's CLDR for all. */
final class CountryNames {
    /** Columns of country-codes by what language they are in. */
    static final Map<String, String> COLUMNS = columns();

    /** Locales of the CLDR, and the language the service files their names under. */
    static final Map<String, String> LOCALES = locales();

    private CountryNames() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("UNTERM Russian Short", "ru");
        columns.put("UNTERM Russian Formal", "ru");
        columns.put("official_name_ru", "ru");
        columns.put("UNTERM French Short", "fr");
        columns.put("official_name_fr", "fr");
        columns.put("UNTERM Spanish Short", "es");
        columns.put("official_name_es", "es");
        columns.put("official_name_ar", "ar");
        columns.put("UNTERM Arabic Short", "ar");
        columns.put("official_name_cn", "zh");
        columns.put("UNTERM Chinese Short", "zh");
        return columns;
    }

    private static Map<String, String> locales() {
        Map<String, String> locales = new LinkedHashMap<>();
        for (String tag :
                ("de fr es es-419 it pt pt-PT nl sv nb da fi pl cs sk hu ro bg ru uk el tr az kk ar fa ur he hi bn"
                                + " id vi th zh zh-Hant ja ko ka hy sr sr-Latn hr lt lv et")
                        .split(" ")) {
            locales.put(tag, tag.equals("nb") ? "no" : tag.substring(0, 2));
        }
        return locales;
    }

    /** A name without article and remarks: "Afghanistan (l')", "Мьянма (Бирма)". */
    static void add(Set<String> names, String raw) {
        String name = raw.replaceFirst("^(the|la|le|el|l['’]|los|les|las) ?(?=\\p{Lu})", "")
                .replaceFirst(" \\((?:the|la|le|el|l['’]|los|les|las)\\)$", "")
                .replaceFirst(" ?[(（][^)）]*[)）]$", "")
                .trim();
        if (name.codePointCount(0, name.length()) > 1) {
            names.add(name);
            names.add(name.replace("&", "and").replace("St. ", "Saint "));
        }
    }

    static Set<String> cldr(String tag, String iso) {
        Locale in = Locale.forLanguageTag(tag);
        String name = new Locale("", iso).getDisplayCountry(in);
        Set<String> names = new LinkedHashSet<>();
        if (!name.equals(iso)) {
            add(names, name);
        }
        return names;
    }

    /** One line for each language and country; later names are appended. */
    static void note(Map<String, List<String>> translated, String language, String iso, Set<String> names) {
        List<String> lines = translated.computeIfAbsent(language, key -> new ArrayList<>());
        String head = iso + "\t";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(head)) {
                Set<String> all = new LinkedHashSet<>(
                        List.of(lines.get(i).substring(head.length()).split("\\|")));
                all.addAll(names);
                lines.set(i, head + String.join("|", all));
                return;
            }
        }
        if (!names.isEmpty()) {
            lines.add(head + String.join("|", names));
        }
    }
}
