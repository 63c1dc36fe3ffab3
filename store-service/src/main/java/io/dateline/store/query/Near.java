package io.dateline.store.query;

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
}
