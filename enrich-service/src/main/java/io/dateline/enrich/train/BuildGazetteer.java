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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes {@code models/gazetteer/places.tsv.gz}. Arguments: the folder with {@code geonames-cities500.tsv.gz},
 * {@code geonames-admin1.json} and {@code country-codes.csv}, and the output file. Kept: countries, first-level
 * divisions, and settlements of 15,000 people or that govern a country or a division.
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
    private static final List<String> COUNTRY_NAMES = List.of(
            "CLDR display name",
            "UNTERM English Short",
            "UNTERM English Formal",
            "official_name_en",
            "UNTERM Russian Short",
            "UNTERM Russian Formal",
            "official_name_ru",
            "UNTERM French Short",
            "official_name_fr",
            "UNTERM Spanish Short",
            "official_name_es",
            "official_name_ar",
            "UNTERM Arabic Short",
            "official_name_cn",
            "UNTERM Chinese Short");

    private BuildGazetteer() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path out = Path.of(args[1]);
        List<String> lines = new ArrayList<>();
        lines.add("# GeoNames (CC BY 4.0), datasets/country-codes (PDDL); made by BuildGazetteer");
        countries(data.resolve("country-codes.csv"), lines);
        Map<String, String> admin1 = regions(data.resolve("geonames-admin1.json"), lines);
        cities(data.resolve("geonames-cities500.tsv.gz"), admin1, lines);
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(out), 1 << 16)) {
            gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        PrintStream console = System.out;
        console.println(lines.size() - 1 + " places, " + Files.size(out) + " bytes");
    }

    private static void countries(Path csv, List<String> lines) throws IOException {
        List<List<String>> rows = Csv.rows(Files.readString(csv));
        Map<String, Integer> column = new HashMap<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            column.put(rows.get(0).get(i), i);
        }
        for (List<String> row : rows.subList(1, rows.size())) {
            String iso = row.get(column.get("ISO3166-1-Alpha-2"));
            Set<String> names = new LinkedHashSet<>();
            for (String header : COUNTRY_NAMES) {
                String name = row.get(column.get(header))
                        .replaceFirst("^(the|la|le|el|l['’]|los|les|las) ?", "")
                        .replaceFirst(" \\((?:the|la|le|el|l['’]|los|les|las)\\)$", "")
                        .replaceFirst(" \\([^)]*\\)$", "")
                        .trim();
                if (name.codePointCount(0, name.length()) > 1) {
                    names.add(name);
                    names.add(name.replace("&", "and").replace("St. ", "Saint "));
                }
            }
            String name = ENGLISH.getOrDefault(
                    iso, row.get(column.get("CLDR display name")).replace("&", "and"));
            String wikidata = row.get(column.get("wikidata_id")).replaceFirst(".*/", "");
            lines.add(String.join(
                            "\t",
                            List.of("C", row.get(column.get("Geoname ID")), name, iso, "", "", "", "0", "0", wikidata))
                    + "\t"
                    + String.join("|", names));
        }
        // Not in ISO 3166, but in the news: user-assigned code as GeoNames has it.
        lines.add("C\t831053\tKosovo\tXK\t\t\t\t0\t0\tQ1246\tRepublic of Kosovo|Косово");
    }

    private static Map<String, String> regions(Path json, List<String> lines) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (JsonNode region : new ObjectMapper().readTree(json.toFile())) {
            String code = region.get("code").asText();
            String name = region.get("name").asText();
            names.put(code, name);
            lines.add("R\t0\t" + name + "\t" + code.substring(0, 2) + "\t" + name + "\t\t\t0\t0\t\t");
        }
        return names;
    }

    private static void cities(Path file, Map<String, String> admin1, List<String> lines) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cell = line.split("\t", -1);
                int population = cell[14].isEmpty() ? 0 : Integer.parseInt(cell[14]);
                boolean capital = cell[7].equals("PPLC");
                boolean governs = capital || cell[7].equals("PPLA");
                // A section of a city (PPLX) is not a city of its own.
                if (population < SMALLEST && !governs || cell[7].equals("PPLX") || cell[7].equals("PPLH")) {
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
            boolean code = name.length() <= 4
                    && name.equals(name.toUpperCase(java.util.Locale.ROOT))
                    && name.matches("[A-Z]+");
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
}
