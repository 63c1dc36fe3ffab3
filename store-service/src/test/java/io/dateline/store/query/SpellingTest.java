package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Ann  LEE, ann lee",
        "José Ørsted, jose orsted",
        "Bjørn Lund, bjorn lund",
        "Anna Łuczak, anna luczak",
        "Groß, gross",
        "Đinh Æther Œuvre ı, dinh aether oeuvre i",
        "Ｆｕｌｌ, full",
    })
    void foldsCapitalsAccentsAndLettersOfTheirOwn(String text, String folded) {
        assertThat(Spelling.folded(text)).isEqualTo(folded);
    }

    /** There marks are vowels, or make another letter. */
    @ParameterizedTest
    @CsvSource({"バス, パス", "राम, रोम", "কল, কাল", "กา, กี"})
    void keepsWordsOfOtherScriptsApart(String one, String other) {
        assertThat(Spelling.folded(one)).isEqualTo(one).isNotEqualTo(Spelling.folded(other));
    }
}
