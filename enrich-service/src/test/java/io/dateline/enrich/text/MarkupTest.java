package io.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
    private static List<String> words(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::surface).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<p>Baku</p><br />Laos | Baku Laos",
                "<a href=\"x/Germany\" title=\"London\">here</a> | here",
                "<script>var a = \"Paris\";</script>Rome | Rome",
                "<style type=\"x\">p {}</STYLE> Rome | Rome",
                "<script>never closed, Rome | never closed , Rome",
                "<!-- Paris --> Rome | Rome",
                "3 < 5 and a <b and c> d | 3 < 5 and a < b and c > d",
                "Erdo&#287;an &#x130;zmir K&ouml;ln | Erdo&#287;an &#x130;zmir K&ouml;ln",
                "&Ouml;sterreich w&auml;hlt | &Ouml;sterreich w&auml;hlt",
                "&#214;sterreich | &#214;sterreich",
                "A&Ouml;B AT&T | A&Ouml;B AT&T",
                "x <!-- y <script>var a;</script>Rome | x < ! - - y Rome",
                "Baku&nbsp;Laos &mdash; Rome | Baku Laos Rome",
                "Ankara &amp; Izmir AT&T | Ankara &amp; Izmir AT&T",
                "See https://x.example/Paris, www.example.com/Rome. Done | See , . Done",
                "by @London_News and a@b | by and a @ b"
            })
    void leavesGapsWhereNoTextIs(String text, String words) {
        // When / Then
        assertThat(String.join(" ", words(text))).isEqualTo(words);
    }

    @Test
    void endsASentenceWithAParagraph() {
        // When
        Tokens tokens = Tokenizer.tokenize("<p>Talks in Baku</p><p>Talks in <b>Laos</b></p>");
        // Then
        assertThat(tokens.sentences()).isEqualTo(2);
    }

    @Test
    void takesMarkupWithoutEndInBoundedTime() {
        // Given
        String text = "<script><a href= &#1 @a <!-- www.".repeat(20_000);
        // When
        long from = System.nanoTime();
        int size = Tokenizer.tokenize(text).size();
        // Then
        assertThat(size).isPositive();
        assertThat((System.nanoTime() - from) / 1e9).isLessThan(5);
    }
}
