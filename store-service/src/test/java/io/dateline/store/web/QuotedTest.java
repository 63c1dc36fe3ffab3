package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Span;
import org.junit.jupiter.api.Test;

class QuotedTest {
    private static final Span SENTENCE = new Span("body", 10, 32, "France attacked Spain.");

    @Test
    void partsTheSentenceAtTheAct() {
        // When
        Quoted quoted = Quoted.of(SENTENCE, new Span("body", 17, 25, "attacked"));
        // Then
        assertThat(quoted).isEqualTo(new Quoted("France ", "attacked", " Spain."));
    }

    @Test
    void showsTheActAloneWhereItIsNotInTheSentence() {
        // Given: from elsewhere, before it, and past its end
        for (Span trigger : new Span[] {
            new Span("title", 17, 25, "attacked"),
            new Span("body", 0, 8, "attacked"),
            new Span("body", 30, 38, "attacked")
        }) {
            // When / Then
            assertThat(Quoted.of(SENTENCE, trigger)).isEqualTo(new Quoted("", "attacked", ""));
        }
    }

    @Test
    void cutsALongSentenceBetweenWords() {
        // Given
        String before = "the quick brown fox ".repeat(12);
        String after = " over the lazy dogs".repeat(12);
        Span sentence = new Span("body", 0, 500, before + "jumps" + after);
        // When
        Quoted quoted = Quoted.of(sentence, new Span("body", before.length(), before.length() + 5, "jumps"));
        // Then
        assertThat(quoted.before()).matches("… (the|quick|brown|fox) .* fox ").hasSizeLessThanOrEqualTo(162);
        assertThat(quoted.after()).matches(" over .* (over|the|lazy|dogs) …").hasSizeLessThanOrEqualTo(162);
    }

    @Test
    void cutsTextWithoutSpacesBetweenLetters() {
        // Given: letters of two units each, an odd number of units before the cut
        String before = "\uD842\uDFB7".repeat(100) + "x";
        Span sentence = new Span("body", 0, 500, before + "act" + "x" + "\uD842\uDFB7".repeat(100));
        // When
        Quoted quoted = Quoted.of(sentence, new Span("body", before.length(), before.length() + 3, "act"));
        // Then
        assertThat(quoted.before()).isEqualTo("… " + "\uD842\uDFB7".repeat(79) + "x");
        assertThat(quoted.after()).isEqualTo("x" + "\uD842\uDFB7".repeat(79) + " …");
    }

    @Test
    void namesACountryByItsCodeWhereThatIsNone() {
        // When / Then
        assertThat(Marks.country("FR")).isEqualTo("France");
        assertThat(Marks.country("not a code")).isEqualTo("not a code");
        assertThat(Marks.country(null)).isNull();
    }
}
