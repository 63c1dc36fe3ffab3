package io.dateline.enrich.event;

import io.dateline.enrich.text.ModelFiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each CAMEO code is in PLOVER, and its value on Goldstein's scale. */
final class Cameo {
    static final String TABLE = "events-plover/cameo-plover.tsv";
    static final String GOLDSTEIN = "events/goldstein.tsv";

    private final Map<String, Row> rows = new HashMap<>();

    /** @throws ModelFiles.Unusable where a table is missing or damaged */
    Cameo(ModelFiles files) {
        Map<String, Double> values = new HashMap<>();
        for (String line : files.lines(GOLDSTEIN)) {
            String[] cells = cells(GOLDSTEIN, line, 2);
            values.put(cells[0], Double.valueOf(cells[1]));
        }
        for (String line : files.lines(TABLE)) {
            String[] cells = cells(TABLE, line, 5);
            List<String> contexts = cells[3].isEmpty()
                    ? List.of()
                    : Arrays.stream(cells[3].split(";")).sorted().toList();
            String mode = cells[2].isEmpty() ? null : cells[2];
            rows.put(cells[0], new Row(cells[1], mode, contexts, cells[4], values.get(cells[0])));
        }
    }

    /** Null for a code that is none. */
    Row row(String code) {
        return rows.get(code);
    }

    private static String[] cells(String file, String line, int count) {
        String[] cells = line.split("\t", -1);
        if (cells.length != count) {
            throw new ModelFiles.Unusable(file, "a line has " + cells.length + " cells");
        }
        return cells;
    }

    /**
     * One code.
     *
     * @param type      of PLOVER
     * @param mode      or null
     * @param contexts  sorted; never null
     * @param label     in words
     * @param goldstein -10 to 10, or null
     */
    record Row(String type, String mode, List<String> contexts, String label, Double goldstein) {}
}
