package io.dateline.store.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import io.dateline.store.stream.Places.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final int MOST = 2;

    private final Places places = new Places(3);

    @Test
    void oneCallerHasSoManyAndOthersTheRest() {
        // Given
        places.take("a", MOST);
        places.take("a", MOST);

        // When, then: one past its limit
        assertThatThrownBy(() -> places.take("a", MOST))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("too-many-clients"))
                .hasMessageContaining("may have (2)");
        assertThatThrownBy(() -> places.check("a", MOST)).isInstanceOf(ProblemException.class);
        places.check("b", MOST);
        places.take("b", MOST);
        assertThat(places.count()).isEqualTo(3);

        // Then: one past the limit of all
        assertThatThrownBy(() -> places.take("c", MOST)).hasMessageContaining("Try again later");
        assertThatThrownBy(() -> places.check("c", MOST)).isInstanceOf(ProblemException.class);
        assertThat(places.count()).isEqualTo(3);
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        // Given
        Place first = places.take("a", MOST);
        places.take("a", MOST);

        // When
        first.giveBack();
        first.giveBack();

        // Then
        assertThat(places.count()).isEqualTo(1);
        places.take("a", MOST);
        assertThatThrownBy(() -> places.take("a", MOST)).isInstanceOf(ProblemException.class);
    }

    @Test
    void nobodyGetsMoreHoweverManyAskAtOnce() {
        // Given
        Places many = new Places(50);

        // When
        List<Boolean> taken = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> {
                    try {
                        many.take("caller " + i % 10, 4);
                        return true;
                    } catch (ProblemException full) {
                        return false;
                    }
                })
                .toList();

        // Then
        assertThat(taken).filteredOn(given -> given).hasSize(40);
        assertThat(many.count()).isEqualTo(40);
    }
}
