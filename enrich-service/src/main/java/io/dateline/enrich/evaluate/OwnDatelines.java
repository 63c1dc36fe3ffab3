package io.dateline.enrich.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Openings of stories written for this set: the dateline each has, or that it has none. */
public final class OwnDatelines {
    private static final String FILE = "/evaluation-datelines.tsv";

    private OwnDatelines() {}

    /**
     * One opening.
     *
     * @param body   never null
     * @param place  GeoNames id as links have it, or null where there is no dateline
     * @param date   ISO date, or null
     * @param agency as printed, or null
     */
    public record Opening(String body, String place, String date, String agency) {
        public boolean hasDateline() {
            return place != null;
        }
    }

    /** @throws IOException where the file cannot be read */
    public static List<Opening> load() throws IOException {
        List<Opening> all = new ArrayList<>();
        try (InputStream in = OwnDatelines.class.getResourceAsStream(FILE)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t");
                String body = cells[0].replace("\\n", "\n");
                all.add(
                        cells.length == 1
                                ? new Opening(body, null, null, null)
                                : new Opening(body, "geonames:" + cells[1], cell(cells[2]), cell(cells[3])));
            }
        }
        return all;
    }

    private static String cell(String text) {
        return text.equals("-") ? null : text;
    }
}
