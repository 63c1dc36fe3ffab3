package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.ArticlePage.FacetValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchFacetsTest {
    private static final ArticlePage PAGE = new ArticlePage(
            List.of(),
            null,
            Map.of(
                    "place",
                    List.of(
                            new FacetValue("geonames:6252001", "United States", 60),
                            new FacetValue("US", "United States", 50),
                            new FacetValue("geonames:614540", "Georgia", 4),
                            new FacetValue("geonames:4197000", "Georgia", 3))),
            null,
            null);

    @Test
    void leavesOutACountryThatIsThereByItsCode() {
        // When
        List<SearchView.Value> places = places();
        // Then
        assertThat(places.stream().map(SearchView.Value::href))
                .containsExactly(
                        "/search?place=US", "/search?place=geonames%3A614540", "/search?place=geonames%3A4197000");
    }

    @Test
    void hasNothingToNarrowOneArticleBy() {
        // When / Then
        assertThat(SearchFacets.of(SearchUrl.EMPTY, counted(1))).isEmpty();
        assertThat(SearchFacets.of(SearchUrl.EMPTY, counted(2))).hasSize(1);
    }

    private static ArticlePage counted(int articles) {
        return new ArticlePage(List.of(), null, PAGE.facets(), ArticlePage.Counted.of(articles, 100), null);
    }

    @Test
    void keepsTheOneThatIsAskedFor() {
        // Given
        SearchUrl asked = SearchUrl.EMPTY.with("place", "geonames:6252001");
        // When
        List<SearchView.Value> places = SearchFacets.of(asked, PAGE).get(0).values();
        // Then
        assertThat(places).filteredOn(SearchView.Value::active).hasSize(1);
        assertThat(places).hasSize(4);
    }

    private static List<SearchView.Value> places() {
        return SearchFacets.of(SearchUrl.EMPTY, PAGE).get(0).values();
    }
}
