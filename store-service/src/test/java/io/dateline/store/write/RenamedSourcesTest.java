package io.dateline.store.write;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.query.ArticleQueryParser;
import io.dateline.store.query.Asking;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenamedSourcesTest {
    private AgroalDataSource pool;
    private BatchWriter writer;

    @BeforeEach
    void open() throws SQLException {
        pool = StoreSchema.create("renamed_" + UUID.randomUUID().toString().substring(0, 8), 0);
        writer = new BatchWriter(pool, new Partitions(), new KnownTags());
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** An article taken so many days after the first. */
    private static EnrichedArticle told(String key, String name, int day) {
        return story(
                key,
                1,
                article -> article.source(new Source("paper", name, Source.Kind.FEED))
                        .fetchedAt(FETCHED.plus(Duration.ofDays(day))));
    }

    private void write(EnrichedArticle... articles) throws SQLException {
        writer.write(
                Arrays.stream(articles).map(article -> Rows.of(article, null)).toList());
    }

    private List<String> names() throws SQLException {
        return StoreSchema.rows(pool, "SELECT label FROM labels WHERE tag = 'source:paper'");
    }

    private List<List<String>> found(String name) {
        return Asking.filters(pool)
                .resolve(ArticleQueryParser.parse(Map.of("source", List.of(name))))
                .tagGroups();
    }

    @Test
    void areFoundUnderTheirNewName() throws SQLException {
        // Given
        write(told("a", "The Morning Paper", 0));

        // When
        write(told("b", "The Evening Paper", 1));

        // Then
        assertThat(names()).containsExactly("The Evening Paper");
        assertThat(found("the evening paper").get(0)).contains("source:paper");
        assertThat(found("the morning paper").get(0)).doesNotContain("source:paper");
    }

    @Test
    void keepTheirNewNameWhenOlderArticlesComeIn() throws SQLException {
        // Given
        write(told("b", "The Evening Paper", 1));

        // When: by an instance that remembers nothing
        writer = new BatchWriter(pool, new Partitions(), new KnownTags());
        write(told("a", "The Morning Paper", 0));

        // Then
        assertThat(names()).containsExactly("The Evening Paper");
    }

    @Test
    void haveTheNewestNameOfABatch() throws SQLException {
        // Given / When
        write(told("a", "The Morning Paper", 0), told("c", "The Night Paper", 2), told("b", "The Evening Paper", 1));

        // Then
        assertThat(names()).containsExactly("The Night Paper");
    }

    @Test
    void areRenamedWhereAnEarlierVersionNamedThem() throws SQLException {
        // Given
        StoreSchema.rows(
                pool,
                "INSERT INTO labels (tag, kind, label, folded) VALUES ('source:paper', 'source', 'Paper', 'paper')"
                        + " RETURNING tag");

        // When
        write(told("a", "The Morning Paper", 0));

        // Then
        assertThat(names()).containsExactly("The Morning Paper");
    }
}
