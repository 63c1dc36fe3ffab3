package io.dateline.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.text.ModelFiles;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind the comma. */
class PlaceSenseTest {
    private static final Gazetteer GAZETTEER = GazetteerFiles.load(ModelFiles.bundled());

    private static Place best(String name, String beside) {
        return PlaceSense.best(name, GAZETTEER.named(name), Set.of(), PlaceSense.next(GAZETTEER, beside));
    }

    @ParameterizedTest
    @CsvSource({
        "Manchester,N.H.,US",
        "Athens,Greece,GR",
        "Moscow,Idaho,US",
        "Lebanon,Syria,LB",
        "Texas,Ohio,US",
        "London,Paris,GB"
    })
    void staysInsideARegionAndReadsAListAsOne(String name, String beside, String country) {
        // When
        Place place = best(name, beside);

        // Then
        assertThat(place.country()).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({"London,Ohio", "Paris,Kentucky", "Cairo,Ga.", "Mexico,Mo.", "Poland,Ohio"})
    void abstainsWhereNoneLiesInside(String name, String beside) {
        // When
        Place place = best(name, beside);

        // Then
        assertThat(place).isNull();
    }
}
