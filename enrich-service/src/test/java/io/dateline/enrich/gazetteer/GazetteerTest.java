package io.dateline.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.text.ModelFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    private static Place place(Place.Kind kind, int geonames, String name, int population) {
        return new Place(kind, geonames, name, "XX", null, 1, 2, population, false, null);
    }

    @Test
    void hasAPlaceOnceUnderEachOfItsNames() {
        // Given
        Gazetteer.Builder builder = new Gazetteer.Builder();
        Place first = place(Place.Kind.CITY, 1, "Springfield", 100_001);
        Place second = place(Place.Kind.CITY, 2, "Springfield", 100_000);
        for (Place place : List.of(first, second)) {
            int number = builder.place(place);
            builder.name(number, "Springfield");
            builder.name(number, "springfield");
        }

        // When
        Gazetteer gazetteer = builder.build();

        // Then
        assertThat(gazetteer.named("SPRINGFIELD")).containsExactly(first, second);
        assertThat(gazetteer.kinds(Gazetteer.hash("Springfield"))).isEqualTo(Gazetteer.LARGE | Gazetteer.SMALL);
        assertThat(gazetteer.kinds(Gazetteer.hash("Shelbyville"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Georgia, true", "France, true", "Baku, false"})
    void tellsTheKindsOfWhatItNames(String name, boolean country) {
        // Given
        Gazetteer gazetteer = GazetteerFiles.load(ModelFiles.bundled());

        // When
        int kinds = gazetteer.kinds(Gazetteer.hash(name));

        // Then
        assertThat((kinds & Gazetteer.COUNTRY) != 0).isEqualTo(country);
        assertThat(kinds)
                .isEqualTo(gazetteer.named(name).stream()
                        .mapToInt(place -> place.kind() == Place.Kind.COUNTRY
                                ? Gazetteer.COUNTRY
                                : place.population() > 100_000 ? Gazetteer.LARGE : Gazetteer.SMALL)
                        .reduce(0, (a, b) -> a | b));
    }
}
