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
    void namesACountryByItsCodeWhereThatIsNone() {
        // When / Then
        assertThat(Marks.country("FR")).isEqualTo("France");
        assertThat(Marks.country("not a code")).isEqualTo("not a code");
        assertThat(Marks.country(null)).isNull();
    }
}
