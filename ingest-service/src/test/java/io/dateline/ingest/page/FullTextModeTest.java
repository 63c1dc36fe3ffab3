package io.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.parse.ParsedArticle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullTextModeTest {
    @ParameterizedTest
    @CsvSource({
        // mode, characters of the body, whether it wants its page
        "never,10,false",
        "when-short,499,true",
        "when-short,500,false",
        "always,5000,true",
        "no-such-mode,10,false"
    })
    void knowsWhichItemsNeedTheirPage(String mode, int length, boolean wanted) {
        // given
        ParsedArticle item = WaitingItems.parsed("http://site.example/story", "x".repeat(length));
        // when, then
        assertThat(FullTextMode.of(mode).wants(item)).isEqualTo(wanted);
    }
}
