package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.ArticlePage.Counted;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultCountTest {

    @Test
    void countsAnAnswerThatFitsOnePage() {
        assertThat(ResultCount.of(page(3, null, null), true, false)).isEqualTo("3 articles");
        assertThat(ResultCount.of(page(1, null, null), true, false)).isEqualTo("1 article");
    }

    @Test
    void tellsHowManyWereCounted() {
        assertThat(ResultCount.of(page(20, "next", Counted.of(1_400, 10_000)), true, false))
                .isEqualTo("1,400 articles");
        assertThat(ResultCount.of(page(20, "next", Counted.of(10_000, 10_000)), true, false))
                .isEqualTo("10,000 articles");
    }

    @Test
    void saysMoreThanWhereCountingStopped() {
        assertThat(ResultCount.of(page(20, "next", Counted.of(10_001, 10_000)), true, false))
                .isEqualTo("More than 10,000 articles");
    }

    @Test
    void doesNotTakeALaterPageForTheWhole() {
        assertThat(ResultCount.of(page(3, null, null), false, false)).isEqualTo("Older articles");
        assertThat(ResultCount.of(page(3, null, null), false, true)).isEqualTo("Later articles");
    }

    private static ArticlePage page(int items, String next, Counted counted) {
        ArticleItem item =
                new ArticleItem("id", 1, 1, null, "t", "", null, null, "en", null, null, null, null, null, null, null);
        return new ArticlePage(IntStream.range(0, items).mapToObj(i -> item).toList(), next, Map.of(), counted, null);
    }
}
