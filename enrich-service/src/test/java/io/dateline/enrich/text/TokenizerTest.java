package io.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static List<String> words(Tokens tokens) {
        return IntStream.range(0, tokens.size()).mapToObj(tokens::surface).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "They didn't go | They did n't go",
                "It’ll rain | It ’ll rain",
                "I'm, we're, they've, he'd | I 'm , we 're , they 've , he 'd",
                "WON'T Iran's | WO N'T Iran 's",
                "rock'n'roll O'Neil d'Azur l'ONU | rock'n'roll O'Neil d'Azur l'ONU",
                "Ankara'ya Bakı'dan 'dont' | Ankara'ya Bakı'dan ' dont '"
            })
    void cutsOffWhatIsAWordOfItsOwn(String text, String words) {
        // When
        Tokens tokens = Tokenizer.tokenize(text);
        // Then
        assertThat(String.join(" ", words(tokens))).isEqualTo(words);
    }

    @Test
    void readsAWordThroughMarksOfFormat() {
        // Given
        String text = "Azer\u00ADbai\u00ADjan, Geor\u200Bgia\u200E left";
        // When
        Tokens tokens = Tokenizer.tokenize(text);
        // Then
        assertThat(words(tokens)).containsExactly("Azer\u00ADbai\u00ADjan", ",", "Geor\u200Bgia", "left");
        assertThat(tokens.lower(0)).isEqualTo(TextHash.word("azerbaijan"));
        assertThat(tokens.lower(2)).isEqualTo(TextHash.word("georgia"));
        assertThat(tokens.start(3)).isEqualTo(text.indexOf("left"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The train left at 5 p.m. Police said so.",
                "He lived in the U.S. The firm closed.",
                "It was bought by Acme Inc. It fell.",
                "It was the letter by a J. The rest was lost.",
                "It reached 30 C. Heavy rain fell."
            })
    void endsASentenceBehindAnAbbreviation(String text) {
        // When / Then
        assertThat(Tokenizer.tokenize(text).sentences()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They met Dr. He and Gen. The in Oslo.",
                "They met at 5 p.m. Monday at home.",
                "They met at 5 p.m. Moscow time at home.",
                "They met at 5 p.m. EST at home.",
                "The U.S. Senate met George W. Bush.",
                "Acme Inc. Chairman Jane Doe left."
            })
    void keepsASentenceWholeOverAnAbbreviation(String text) {
        // When / Then
        assertThat(Tokenizer.tokenize(text).sentences()).isOne();
    }
}
