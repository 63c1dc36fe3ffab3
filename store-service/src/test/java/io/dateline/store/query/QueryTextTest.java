package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'?', ''",
        "'?place=AZ&q=parliament', 'place=AZ&q=parliament'",
        "'q=parliament&place=AZ', 'place=AZ&q=parliament'",
        "'q= two  words &source=', 'q=two++words'",
        "'q=two%20words', 'q=two+words'",
        "'source=b&source=a&source=b', 'source=a&source=b'",
        "'q=50%', 'q=50%25'"
    })
    void givesOneQuestionOneText(String typed, String canonical) {
        assertThat(QueryText.canonical(typed)).isEqualTo(canonical);
        assertThat(QueryText.canonical(canonical)).isEqualTo(canonical);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(QueryText.parse(QueryText.canonical("q=a%26b&topic=diplomacy&topic=x+y"))
                        .wanted(Criterion.TOPIC))
                .containsExactly("diplomacy", "x y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=5",
                "sort=newest",
                "cursor=x",
                "facets=true",
                "highlight=true",
                "colour=red",
                "from=x",
                "dup=story",
                "status=canceled"
            })
    void refusesWhatIsNoFilter(String text) {
        assertThatThrownBy(() -> QueryText.canonical(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("invalid-parameter"));
    }
}
