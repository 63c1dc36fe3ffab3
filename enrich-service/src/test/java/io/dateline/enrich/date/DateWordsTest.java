package io.dateline.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTest {
    @ParameterizedTest
    @CsvSource({"\u0130yun,6", "N\u0130SAN,4", "iyul,7", "Sept,9", "word,0"})
    void knowsMonthsOfSeveralLanguages(String word, int month) {
        // When / Then
        assertThat(DateWords.month(word)).isEqualTo(month);
    }
}
