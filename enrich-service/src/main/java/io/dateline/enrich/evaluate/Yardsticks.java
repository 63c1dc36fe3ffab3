package io.dateline.enrich.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What figures are held against, from {@code evaluation.tsv}: step, set, measure, floor (ours may not fall below it, or
 * {@code -}), and an anchor in words (what others reach on the same set, or {@code -}).
 */
final class Yardsticks {
    private static final String FILE = "/evaluation.tsv";

    private final Map<String, Yardstick> byKey = new HashMap<>();

    private Yardsticks() {}

    static Yardsticks load() throws IOException {
        Yardsticks all = new Yardsticks();
        try (InputStream in = Yardsticks.class.getResourceAsStream(FILE)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    Double floor = columns[3].equals("-") ? null : Double.valueOf(columns[3]);
                    all.byKey.put(columns[0] + '\t' + columns[1] + '\t' + columns[2], new Yardstick(floor, columns[4]));
                }
            }
        }
        return all;
    }

    /** Without floor and anchor where the file has none. */
    Yardstick of(String step, String set, String measure) {
        return byKey.getOrDefault(step + '\t' + set + '\t' + measure, new Yardstick(null, "-"));
    }

    /** What has a floor on a set: its measures, in no order. */
    List<String> measures(String step, String set) {
        String start = step + '\t' + set + '\t';
        return byKey.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(start) && entry.getValue().floor() != null)
                .map(entry -> entry.getKey().substring(start.length()))
                .toList();
    }

    /**
     * @param floor  or null
     * @param anchor what others reach, in words; {@code -} without one
     */
    record Yardstick(Double floor, String anchor) {
        boolean brokenBy(double value) {
            return floor != null && value < floor;
        }
    }
}
