package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnspacedTest {
    @ParameterizedTest
    @CsvSource({
        "习近平, true",
        "Xi 习近平, true",
        "高市早苗, true",
        "トヨタ, true",
        "นายกรัฐมนตรี, true",
        "대통령, false",
        "Эрдоган, false",
        "السيسي, false",
        "quorum, false",
        "'', false"
    })
    void tellsWritingWithoutSpacesBetweenWords(String text, boolean unspaced) {
        assertThat(Unspaced.in(text)).isEqualTo(unspaced);
    }
}
