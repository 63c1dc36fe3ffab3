package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "en, en, ltr, English",
        "ar, ar, rtl, Arabic",
        "fa, fa, rtl, Persian",
        "he, he, rtl, Hebrew",
        "und, und, auto, Unknown",
        ", und, auto, Unknown",
        "'x\"><script>', und, auto, 'x\"><script>'"
    })
    void knowsTagDirectionAndName(String code, String tag, String direction, String name) {
        assertThat(Languages.tag(code)).isEqualTo(tag);
        assertThat(Languages.direction(code)).isEqualTo(direction);
        assertThat(Languages.name(code)).isEqualTo(name);
    }
}
