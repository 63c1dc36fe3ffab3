package io.dateline.store.write;

import static io.dateline.store.testing.Stories.article;
import static io.dateline.store.testing.Stories.bare;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticleBuilder;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Span;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherTagsTest {

    private static List<String> tags(String kind, UnaryOperator<RawArticleBuilder> change) {
        return tags(kind, bare(change.apply(article("a", 1)).build(), "en"));
    }

    private static List<String> tags(String kind, EnrichedArticle article) {
        return PublisherTags.of(article).stream()
                .filter(tag -> tag.startsWith(kind + ":"))
                .map(tag -> tag.substring(kind.length() + 1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By SAHIBA GAFAROVA | sahiba gafarova",
                "By Jane Doe and John O'Neill, Special Correspondent | jane doe+john o'neill+special correspondent",
                "Jane  Doe in Baku | jane doe+baku",
                "Reporting by Jane Doe; Editing by John Roe | jane doe+john roe",
                "von Jürgen Groß | jurgen gross",
                "Andrea Mason | andrea mason",
                "By | by"
            })
    void readsTheNamesOfAByline(String byline, String names) {
        assertThat(tags("author", article -> article.byline(byline))).containsExactly(names.split("\\+"));
    }

    @Test
    void takesListedAuthorsAsTheyAreAndOneByOne() {
        // When
        List<String> authors = tags(
                "author",
                article -> article.byline("By others").authors(List.of("José Ortega y Gasset", "Ann Lee", "ann  LEE")));

        // Then
        assertThat(authors).containsExactly("jose ortega y gasset", "ann lee", "jose ortega", "gasset");
    }

    @Test
    void keepsTwentyAuthorsAndThirtyCategories() {
        // Given
        List<String> names = IntStream.range(0, 31).mapToObj(i -> "name " + i).toList();

        // When, then
        assertThat(tags("author", article -> article.authors(names.subList(0, 20))))
                .hasSize(PublisherTags.AUTHORS);
        assertThat(tags("author", article -> article.authors(names.subList(0, 21))))
                .hasSize(PublisherTags.AUTHORS)
                .doesNotContain("name 20");
        assertThat(tags("category", article -> article.categories(names.subList(0, 30))))
                .hasSize(PublisherTags.CATEGORIES);
        assertThat(tags("category", article -> article.categories(names)))
                .hasSize(PublisherTags.CATEGORIES)
                .doesNotContain("name 30");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.bbc.co.uk/news, co.uk+bbc.co.uk",
        "https://news.bbc.co.uk:8443/1?a=b.c/d, co.uk+bbc.co.uk+news.bbc.co.uk",
        "http://trend.az, trend.az",
        "https://xn--mnchen-3ya.de/x, xn--mnchen-3ya.de",
        "https://a.b.c.d.e.f, e.f+d.e.f+c.d.e.f+b.c.d.e.f+a.b.c.d.e.f",
        "https://z.a.b.c.d.e.f.g, f.g+e.f.g+d.e.f.g+c.d.e.f.g+b.c.d.e.f.g+z.a.b.c.d.e.f.g",
    })
    void tellsEveryDomainThatAnAddressIsBelow(String url, String domains) {
        assertThat(tags("domain", article -> article.url(url))).containsExactly(domains.split("\\+"));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1/x", "http://localhost/x", "mailto:a@b.example", "urn:newsml:x"})
    void tellsNoDomainWhereThereIsNone(String url) {
        assertThat(tags("domain", article -> article.url(url))).isEmpty();
        assertThat(tags("url", article -> article.url(url))).hasSize(1);
    }

    @Test
    void takesTheAgencyOfTheCopyAndOfItsDateline() {
        // Given
        EnrichedArticle plain = bare(article("a", 1).agency("Agence  Presse").build(), "en");
        Dateline dateline = new Dateline(
                "BAKU", null, null, "Trend", Span.of("body", plain.article().body(), 0, 4), "test/1");
        EnrichedArticle filed = new EnrichedArticle(
                plain.article(),
                plain.language(),
                dateline,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                plain.enrichment());

        // When, then
        assertThat(tags("agency", filed)).containsExactly("agence presse", "trend");
        assertThat(tags("agency", plain)).containsExactly("agence presse");
    }

    @Test
    void hasFewTagsForAnArticleThatSaysLittle() {
        assertThat(PublisherTags.of(bare(article("a", 1).url(null).build(), "en")))
                .isEmpty();
        assertThat(PublisherTags.of(bare(article("a", 1).slugline(" ").build(), "en")))
                .hasSize(2);
    }
}
