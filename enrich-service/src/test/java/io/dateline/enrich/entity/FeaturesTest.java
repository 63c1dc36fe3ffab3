package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yesterday the envoy, Petrov, flew home on a 747.|Yesterday Petrov 747",
                // Where a sentence minds no capitals, its letters tell nothing.
                "watching snoop dogg tonight|watching snoop dogg tonight",
                // An organisation found by its head word goes on through small words.
                "He joined the Bank of England early.|He Bank of England",
                "Fighters of al-Shabab said that Mayor de Blasio and the de facto ruler met.|Fighters al-Shabab Mayor de Blasio",
                // Scripts without capitals say nothing either.
                "الرئيس في باكو|الرئيس في باكو"
            })
    void namesBeginWithCapitalsWhereASentenceMindsThem(String text, String expected) {
        // Given
        Tokens tokens = Tokenizer.tokenize(text);
        WordFacts facts =
                new WordFacts(tokens, Lexica.load(ModelFiles.bundled()), GazetteerFiles.load(ModelFiles.bundled()));
        Features features = new Features(tokens, facts, 1 << 16);
        // When
        String found = IntStream.range(0, tokens.size())
                .filter(features::mayBeginName)
                .mapToObj(tokens::surface)
                .collect(Collectors.joining(" "));
        // Then
        assertThat(found).isEqualTo(expected);
    }
}
