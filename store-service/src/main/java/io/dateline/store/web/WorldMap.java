package io.dateline.store.web;

import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.store.query.EventPlace;
import java.util.List;
import java.util.function.Function;

/**
 * The world as the pages draw it, without tiles: the land of {@code assets/world.svg} and dots on it, in Tom Patterson's
 * Natural Earth projection, by the polynomials of Šavrič, Jenny and others (2011).
 *
 * @param viewBox the part to show, as SVG has it; never null
 * @param dots    the largest first, so that none hides another; never null
 */
public record WorldMap(String viewBox, List<Dot> dots) {
    /** Those of the asset, which see. */
    private static final double WIDTH = 1_000;

    private static final double HEIGHT = 435;
    private static final double TOP = 84;
    private static final double LEAST = 3;
    private static final double MOST = 22;
    private static final double REACH = 14;
    private static final double WINDOW = 360;

    /**
     * @param title what is there; never null
     * @param href  where it leads, or null
     */
    public record Dot(double x, double y, double r, String title, String href) {
        /** Radius within which a finger or a pointer need not meet the dot itself. */
        public double reach() {
            return Math.max(REACH, r);
        }
    }

    private record Point(double x, double y) {}

    /** Null where no place is on the map. Areas of dots are as the numbers of events. */
    static WorldMap of(List<EventPlace> places, Function<PlaceLink, String> address) {
        long most = places.stream().mapToLong(EventPlace::events).max().orElse(1);
        List<Dot> dots = places.stream()
                .filter(one -> project(one.place()).y() <= HEIGHT)
                .map(one -> dot(
                        one.place(),
                        LEAST + (MOST - LEAST) * Math.sqrt((double) one.events() / Math.max(most, 20)),
                        Marks.placeName(one.place()) + ": " + EventLine.events(one.events()),
                        address.apply(one.place())))
                .toList();
        return dots.isEmpty() ? null : new WorldMap("0 0 1000 435", dots);
    }

    /** One place and what lies around it; null for a place without coordinates, or one that the map leaves out. */
    static WorldMap around(PlaceLink place) {
        if (place == null || place.latitude() == null || place.longitude() == null) {
            return null;
        }
        Point at = project(place);
        if (at.y() > HEIGHT) {
            return null;
        }
        String viewBox = round(within(at.x() - WINDOW / 2, WIDTH - WINDOW)) + " "
                + round(within(at.y() - WINDOW / 4, HEIGHT - WINDOW / 2)) + " 360 180";
        return new WorldMap(viewBox, List.of(dot(place, LEAST, Marks.placeName(place), null)));
    }

    private static Dot dot(PlaceLink place, double radius, String title, String href) {
        Point at = project(place);
        return new Dot(round(at.x()), round(at.y()), round(radius), title, href);
    }

    private static Point project(PlaceLink place) {
        double scale = WIDTH / 2 / across(Math.PI, 0);
        return new Point(
                WIDTH / 2 + scale * across(Math.toRadians(place.longitude()), Math.toRadians(place.latitude())),
                scale * (up(Math.toRadians(TOP)) - up(Math.toRadians(place.latitude()))));
    }

    private static double across(double longitude, double latitude) {
        double p2 = latitude * latitude;
        double p4 = p2 * p2;
        return longitude * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)));
    }

    private static double up(double latitude) {
        double p2 = latitude * latitude;
        double p4 = p2 * p2;
        return latitude * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
    }

    private static double within(double value, double most) {
        return Math.max(0, Math.min(most, value));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
