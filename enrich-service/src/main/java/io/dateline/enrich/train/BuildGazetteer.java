package io.dateline.enrich.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes {@code models/gazetteer/places.tsv.gz}. Arguments: the folder with {@code geonames-cities500.tsv.gz},
 * {@code geonames-admin1.json} and {@code country-codes.csv}, and the output file, beside which {@code regions.tsv}
 * lies. Kept: countries, first-level divisions, and settlements of 15,000 people or that govern a country or a
 * division; and what each language the service knows calls the countries, by the CLDR of the running JDK. A country
 * lies where its capital lies, a division in the middle of its people (the mean of its settlements by population):
 * the sources have no coordinates of either.
 */
public final class BuildGazetteer {
    private static final int SMALLEST = 15_000;
    /** From here on every spelling in every script is kept; below, a few Latin ones. */
    private static final int LARGE = 100_000;

    private static final int FEW_NAMES = 6;
    private static final Map<String, String> ENGLISH = Map.of(
            "CG",
            "Republic of the Congo",
            "CD",
            "Democratic Republic of the Congo",
            "GB",
            "United Kingdom",
            "US",
            "United States",
            "BA",
            "Bosnia and Herzegovina",
            "PS",
            "Palestine",
            "TR",
            "Türkiye");
    private static final List<String> COUNTRY_NAMES =
            List.of("CLDR display name", "UNTERM English Short", "UNTERM English Formal", "official_name_en");

    private BuildGazetteer() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path out = Path.of(args[1]);
        List<String> lines = new ArrayList<>();
        lines.add(
                "# GeoNames (CC BY 4.0), datasets/country-codes (PDDL), Unicode CLDR (Unicode License); made by BuildGazetteer");
        List<String> cities = new ArrayList<>();
        Map<String, Centre> centres = new HashMap<>();
        Path json = data.resolve("geonames-admin1.json");
        Map<String, String> admin1 = divisions(json);
        cities(data.resolve("geonames-cities500.tsv.gz"), admin1, centres, cities);
        countries(data.resolve("country-codes.csv"), centres, lines);
        regions(out.resolveSibling("regions.tsv"), admin1, centres, lines);
        lines.addAll(cities);
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(out), 1 << 16)) {
            gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        PrintStream console = System.out;
        console.println(lines.size() - 1 + " places, " + Files.size(out) + " bytes");
    }

    private static void countries(Path csv, Map<String, Centre> centres, List<String> lines) throws IOException {
        List<List<String>> rows = Csv.rows(Files.readString(csv));
        Map<String, Integer> column = new HashMap<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            column.put(rows.get(0).get(i), i);
        }
        Map<String, List<String>> translated = new TreeMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String iso = row.get(column.get("ISO3166-1-Alpha-2"));
            Set<String> names = new LinkedHashSet<>();
            for (String header : COUNTRY_NAMES) {
                CountryNames.add(names, row.get(column.get(header)));
            }
            CountryNames.COLUMNS.forEach((header, language) -> {
                Set<String> own = new LinkedHashSet<>();
                CountryNames.add(own, row.get(column.get(header)));
                CountryNames.note(translated, language, iso, own);
            });
            CountryNames.LOCALES.forEach(
                    (tag, language) -> CountryNames.note(translated, language, iso, CountryNames.cldr(tag, iso)));
            String name = ENGLISH.getOrDefault(
                    iso, row.get(column.get("CLDR display name")).replace("&", "and"));
            String wikidata = row.get(column.get("wikidata_id")).replaceFirst(".*/", "");
            lines.add(String.join(
                    "\t",
                    "C",
                    row.get(column.get("Geoname ID")),
                    name,
                    iso,
                    "",
                    centres.getOrDefault(iso, new Centre()).degrees(),
                    "0",
                    "0",
                    wikidata,
                    String.join("|", names)));
        }
        // Not in ISO 3166, but in the news: user-assigned code as GeoNames has it.
        lines.add("C\t831053\tKosovo\tXK\t\t" + centres.get("XK").degrees() + "\t0\t0\tQ1246\tRepublic of Kosovo");
        CountryNames.LOCALES.forEach(
                (tag, language) -> CountryNames.note(translated, language, "XK", CountryNames.cldr(tag, "XK")));
        translated.forEach((language, names) -> names.forEach(line -> lines.add("N\t" + language + "\t" + line)));
    }

    private static Map<String, String> divisions(Path json) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode region : new ObjectMapper().readTree(json.toFile())) {
            names.put(region.get("code").asText(), region.get("name").asText());
        }
        return names;
    }

    private static void regions(Path known, Map<String, String> admin1, Map<String, Centre> centres, List<String> lines)
            throws IOException {
        Map<String, String[]> numbers = new HashMap<>();
        for (String line : Files.readAllLines(known)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                numbers.put(cells[0], cells);
            }
        }
        admin1.forEach((code, name) -> {
            String[] cells = numbers.getOrDefault(code, new String[] {code, "0", ""});
            Centre centre = centres.getOrDefault(code, new Centre());
            boolean linked = !cells[1].equals("0");
            lines.add(String.join(
                    "\t",
                    "R",
                    cells[1],
                    name,
                    code.substring(0, 2),
                    name,
                    linked ? centre.degrees() : "\t",
                    linked ? Long.toString(centre.people) : "0",
                    "0",
                    "",
                    cells[2]));
        });
    }

    private static void cities(Path file, Map<String, String> admin1, Map<String, Centre> centres, List<String> lines)
            throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cell = line.split("\t", -1);
                int population = cell[14].isEmpty() ? 0 : Integer.parseInt(cell[14]);
                boolean capital = cell[7].equals("PPLC");
                boolean section = cell[7].equals("PPLX") || cell[7].equals("PPLH");
                if (!section) {
                    centres.computeIfAbsent(cell[8] + "." + cell[10], code -> new Centre())
                            .add(population, cell);
                    centres.computeIfAbsent(cell[8], code -> new Centre()).add(population, cell);
                }
                if (capital) {
                    centres.get(cell[8]).at(cell[4], cell[5]);
                }
                boolean governs = capital || cell[7].equals("PPLA");
                // A section of a city (PPLX) is not a city of its own.
                if (population < SMALLEST && !governs || section) {
                    continue;
                }
                String region = admin1.getOrDefault(cell[8] + "." + cell[10], "");
                lines.add(String.join(
                        "\t",
                        List.of(
                                "P",
                                cell[0],
                                cell[1],
                                cell[8],
                                region,
                                cell[4],
                                cell[5],
                                Integer.toString(population),
                                capital ? "1" : "0",
                                "",
                                String.join("|", names(cell, capital || population >= LARGE)))));
            }
        }
    }

    private static Set<String> names(String[] cell, boolean all) {
        Set<String> names = new LinkedHashSet<>();
        names.add(cell[2]);
        for (String name : cell[3].split(",")) {
            boolean code = name.length() <= 4 && name.equals(name.toUpperCase(Locale.ROOT)) && name.matches("[A-Z]+");
            boolean latin = name.chars().allMatch(c -> c < 0x250 || c == '’');
            boolean common = Character.isUpperCase(name.isEmpty() ? 'a' : name.charAt(0));
            // GeoNames holds machine transliterations in lower case ("ba ku"); no text spells a name so.
            boolean transliteration = latin && !common;
            boolean few = latin && names.size() < FEW_NAMES;
            if (!code && !transliteration && name.length() >= (latin ? 4 : 2) && (all || few)) {
                names.add(name);
            }
        }
        names.remove(cell[1]);
        names.remove("");
        return names;
    }

    /** The middle of settlements, weighted by their people. */
    private static final class Centre {
        private long people;
        private double north;
        private double east;
        private String known;

        void add(int population, String[] cell) {
            people += population;
            north += population * Double.parseDouble(cell[4]);
            east += population * Double.parseDouble(cell[5]);
        }

        void at(String latitude, String longitude) {
            known = latitude + "\t" + longitude;
        }

        /** Latitude and longitude as two cells, empty where nobody lives. */
        String degrees() {
            if (known != null) {
                return known;
            }
            return people == 0 ? "\t" : String.format(Locale.ROOT, "%.4f\t%.4f", north / people, east / people);
        }
    }
}
