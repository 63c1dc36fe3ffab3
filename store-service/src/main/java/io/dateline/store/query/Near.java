package io.dateline.store.query;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A circle on the globe.
 *
 * @param latitude   degrees north, -90 to 90
 * @param longitude  degrees east, -180 to 180
 * @param kilometres radius, 1 to 1,000
 */
public record Near(double latitude, double longitude, double kilometres) {
    /** The widest circle that can be asked for. */
    public static final double WIDEST = 1_000;

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,4}(\\.\\d{1,9})?");

    /** From {@code latitude,longitude,kilometres}; empty where it is not that or out of range. */
    static Optional<Near> read(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3
                || !Arrays.stream(parts).allMatch(part -> DECIMAL.matcher(part).matches())) {
            return Optional.empty();
        }
        Near near = new Near(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        boolean onEarth = Math.abs(near.latitude) <= 90 && Math.abs(near.longitude) <= 180;
        return onEarth && near.kilometres >= 1 && near.kilometres <= WIDEST ? Optional.of(near) : Optional.empty();
    }
}
