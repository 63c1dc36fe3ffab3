package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.store.query.EventPlace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldMapTest {

    /** Against d3-geo's geoNaturalEarth1 at the scale and place of the asset. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 500.0, 252.7",
        "0, 180, 1000.0, 252.7",
        "0, -180, 0.0, 252.7",
        "84, 0, 500.0, 0.0",
        "40.37767, 49.89201, 627.6, 122.5",
        "-33.87, 151.21, 897.0, 361.9"
    })
    void putsPlacesWhereTheyLie(double latitude, double longitude, double x, double y) {
        // When
        WorldMap map = WorldMap.around(place(latitude, longitude));

        // Then
        assertThat(map.dots().get(0).x()).isEqualTo(x, within(0.1));
        assertThat(map.dots().get(0).y()).isEqualTo(y, within(0.1));
    }

    @Test
    void showsWhatLiesAroundAPlaceWithoutLeavingTheMap() {
        assertThat(WorldMap.around(place(0, 0)).viewBox()).isEqualTo("320.0 162.7 360 180");
        assertThat(WorldMap.around(place(0, -180)).viewBox()).isEqualTo("0.0 162.7 360 180");
        assertThat(WorldMap.around(place(84, 0)).viewBox()).isEqualTo("320.0 0.0 360 180");
        assertThat(WorldMap.around(place(-50, 180)).viewBox()).endsWith(" 255.0 360 180");
    }

    @Test
    void leavesOutWhatItCannotShow() {
        assertThat(WorldMap.around(null)).isNull();
        assertThat(WorldMap.around(new PlaceLink("geonames:1", "Nowhere", null, null, null, null)))
                .isNull();
        assertThat(WorldMap.around(place(-77.85, 166.67))).isNull();
        assertThat(WorldMap.of(List.of(new EventPlace(place(-77.85, 166.67), 3)), PlaceLink::id))
                .isNull();
        assertThat(WorldMap.of(List.of(), PlaceLink::id)).isNull();
    }

    @Test
    void makesAreasOfDotsAsTheirEvents() {
        // When
        WorldMap map = WorldMap.of(
                List.of(new EventPlace(place(10, 10), 400), new EventPlace(place(20, 20), 100)), PlaceLink::id);

        // Then
        assertThat(map.dots().get(0).r()).isEqualTo(22);
        assertThat(map.dots().get(1).r()).isEqualTo(12.5);
        assertThat(map.dots().get(0).title()).isEqualTo("Baku, Azerbaijan: 400 events");
        assertThat(map.dots().get(0).href()).isEqualTo("geonames:587084");
    }

    private static PlaceLink place(double latitude, double longitude) {
        return new PlaceLink("geonames:587084", "Baku", "AZ", null, latitude, longitude);
    }
}
