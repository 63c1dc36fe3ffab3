package io.dateline.store.export;

import io.dateline.contracts.enriched.PlaceLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Countries in the codes that GDELT's tables use, and by which places are known. */
public final class Countries {
    private static final String TABLE = "countries.tsv";
    private static final Map<String, Country> BY_ISO = read();

    private Countries() {}

    /**
     * @param alpha3   ISO 3166-1 alpha-3; empty where there is none
     * @param fips     FIPS 10-4; empty where there is none, or more than one
     * @param geonames number of the country itself
     * @param name     in English
     */
    record Country(String alpha3, String fips, String geonames, String name) {
        static final Country UNKNOWN = new Country("", "", "", "");
    }

    /** {@link Country#UNKNOWN} where there is none of this code. */
    static Country of(String alpha2) {
        return alpha2 == null ? Country.UNKNOWN : BY_ISO.getOrDefault(alpha2, Country.UNKNOWN);
    }

    /** Whether a place is its country. */
    static boolean is(PlaceLink place) {
        return is(place.id(), place.country());
    }

    /** Whether the id of a place, {@code geonames:} and a number, is that of the country with this code. */
    public static boolean is(String place, String alpha2) {
        return place.equals("geonames:" + of(alpha2).geonames());
    }

    private static Map<String, Country> read() {
        Map<String, Country> countries = new HashMap<>();
        try (InputStream in = Countries.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                countries.put(cells[0], new Country(cells[1], cells[2], cells[3], cells[4]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(countries);
    }
}
