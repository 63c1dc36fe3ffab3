package io.dateline.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected figures are what the published script gives. */
class ShingleScoreTest {
    @ParameterizedTest
    @CsvSource({
        "one two three four five, one two three four five, 2, 0, 0",
        "one two three four five six, one two three four, 1, 0, 2",
        "a b, a b c, 0, 1, 1",
        "a a a a a a, a a a a a, 2, 0, 1",
        "'', x, 0, 1, 0",
        "x, '', 0, 0, 1",
        "'', '', 0, 0, 0",
    })
    void countsRunsOfFourWords(String truth, String found, int right, int excess, int missed) {
        // given / when
        ShingleScore.Page page = ShingleScore.page(truth, found);

        // then
        assertThat(page).isEqualTo(new ShingleScore.Page(right, excess, missed));
    }

    @Test
    void takesForAWordWhatPythonDoes() {
        // given: a combining mark parts words there, other numbers and underscores do not
        String text = "it's 50\u00b2 cafe\u0301 snake_case \u0915\u093f end \u00bd \u4e00\u4e8c";

        // when
        List<String> words = ShingleScore.words(text);

        // then
        assertThat(words)
                .containsExactly(
                        "it", "s", "50\u00b2", "cafe", "snake_case", "\u0915", "end", "\u00bd", "\u4e00\u4e8c");
    }

    @Test
    void averagesPrecisionAndRecallByPageAndLeavesEmptyAnswersOutOfPrecision() {
        // given: one page right, one half found with as much excess, one where nothing was found
        List<ShingleScore.Page> pages = List.of(
                new ShingleScore.Page(10, 0, 0), new ShingleScore.Page(5, 5, 5), new ShingleScore.Page(0, 0, 8));

        // when
        ShingleScore.Total total = ShingleScore.total(pages);

        // then
        assertThat(total.precision()).isCloseTo(0.75, within(1e-9));
        assertThat(total.recall()).isCloseTo(0.5, within(1e-9));
        assertThat(total.f1()).isCloseTo(0.6, within(1e-9));
        assertThat(total.accuracy()).isCloseTo(1 / 3.0, within(1e-9));
    }
}
