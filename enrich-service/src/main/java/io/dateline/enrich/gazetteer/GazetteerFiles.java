package io.dateline.enrich.gazetteer;

import io.dateline.enrich.text.ModelFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the gazetteer from {@code models/gazetteer}: {@code places.tsv.gz}, which {@code train.BuildGazetteer} makes
 * from GeoNames, country-codes and CLDR, and the hand-written {@code demonyms.tsv}, {@code country-names.tsv} (what
 * languages call countries for short) and {@code groups.txt}.
 */
public final class GazetteerFiles {
    public static final String PLACES = "gazetteer/places.tsv.gz";
    public static final String DEMONYMS = "gazetteer/demonyms.tsv";
    public static final String GROUPS = "gazetteer/groups.txt";
    public static final String COUNTRY_NAMES = "gazetteer/country-names.tsv";
    public static final List<String> ALL = List.of(PLACES, DEMONYMS, COUNTRY_NAMES, GROUPS);

    private GazetteerFiles() {}

    /** @throws ModelFiles.Unusable where a file is missing or damaged */
    public static Gazetteer load(ModelFiles files) {
        Gazetteer.Builder builder = new Gazetteer.Builder();
        Map<String, Integer> countries = new HashMap<>();
        for (String line : files.lines(PLACES)) {
            if (line.startsWith("N\t")) {
                translated(builder, countries, PLACES, line.substring(2));
            } else {
                place(builder, countries, line);
            }
        }
        if (countries.size() < 200) {
            throw new ModelFiles.Unusable(PLACES, "it holds " + countries.size() + " countries");
        }
        for (String line : files.lines(DEMONYMS)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 3) {
                throw new ModelFiles.Unusable(DEMONYMS, "a line has " + cells.length + " cells");
            }
            Integer country = countries.get(cells[0]);
            if (country != null) {
                each(cells[1], name -> builder.name(country, name));
                each(cells[2], words -> builder.demonym(words, builder.get(country)));
            }
        }
        for (String line : files.lines(COUNTRY_NAMES)) {
            translated(builder, countries, COUNTRY_NAMES, line);
        }
        for (String line : files.lines(GROUPS)) {
            each(line, builder::group);
        }
        return builder.build();
    }

    private static void translated(
            Gazetteer.Builder builder, Map<String, Integer> countries, String file, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 3) {
            throw new ModelFiles.Unusable(file, "a line of names has " + cells.length + " cells");
        }
        Integer country = countries.get(cells[1]);
        if (country != null) {
            each(cells[2], name -> builder.name(country, name, cells[0]));
        }
    }

    private static void place(Gazetteer.Builder builder, Map<String, Integer> countries, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 11) {
            throw new ModelFiles.Unusable(PLACES, "a line has " + cells.length + " cells");
        }
        Place.Kind kind = switch (cells[0]) {
            case "C" -> Place.Kind.COUNTRY;
            case "R" -> Place.Kind.REGION;
            default -> Place.Kind.CITY;
        };
        Place place = new Place(
                kind,
                Integer.parseInt(cells[1]),
                cells[2],
                cells[3],
                cells[4].isEmpty() ? null : cells[4],
                degrees(cells[5]),
                degrees(cells[6]),
                Integer.parseInt(cells[7]),
                cells[8].equals("1"),
                cells[9].isEmpty() ? null : cells[9]);
        int index = builder.place(place);
        if (kind == Place.Kind.COUNTRY) {
            countries.put(cells[3], index);
        }
        builder.name(index, cells[2]);
        each(cells[10], name -> builder.name(index, name));
    }

    private static double degrees(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static void each(String list, java.util.function.Consumer<String> action) {
        int from = 0;
        while (from < list.length()) {
            int bar = list.indexOf('|', from);
            int to = bar < 0 ? list.length() : bar;
            action.accept(list.substring(from, to));
            from = to + 1;
        }
    }
}
