package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.ArticlePage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultCountTest {

    @Test
    void countsAnAnswerThatFitsOnePage() {
        assertThat(ResultCount.of(page(3, null, null), true)).isEqualTo("3 stories");
        assertThat(ResultCount.of(page(1, null, null), true)).isEqualTo("1 story");
    }

    @Test
    void addsUpAFacetThatListsEveryValue() {
        // Given
        ArticlePage page = page(20, "next", Map.of("source", values(2, 700)));

        // When
        String count = ResultCount.of(page, true);

        // Then
        assertThat(count).isEqualTo("1,400 stories");
    }

    @Test
    void claimsNoMoreThanACutFacetProves() {
        // Given
        ArticlePage page = page(20, "next", Map.of("source", values(20, 7), "lang", values(20, 6)));

        // When
        String count = ResultCount.of(page, true);

        // Then
        assertThat(count).isEqualTo("At least 140 stories");
    }

    @Test
    void saysMoreThanWhereCountingStopped() {
        assertThat(ResultCount.of(page(20, "next", Map.of("lang", values(1, 10_000))), true))
                .isEqualTo("More than 10,000 stories");
    }

    @Test
    void doesNotTakeALaterPageForTheWhole() {
        assertThat(ResultCount.of(page(3, null, null), false)).isEqualTo("Older stories");
    }

    private static ArticlePage page(int items, String next, Map<String, List<ArticlePage.FacetValue>> facets) {
        ArticleItem item =
                new ArticleItem("id", 1, 1, null, "t", "", null, null, "en", null, null, null, null, null, null, null);
        return new ArticlePage(IntStream.range(0, items).mapToObj(i -> item).toList(), next, facets);
    }

    private static List<ArticlePage.FacetValue> values(int values, long each) {
        return IntStream.range(0, values)
                .mapToObj(i -> new ArticlePage.FacetValue("v" + i, "v" + i, each))
                .toList();
    }
}
