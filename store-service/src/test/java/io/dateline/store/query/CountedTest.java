package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.query.ArticlePage.Counted;
import io.dateline.store.query.ArticlePage.FacetValue;
import io.dateline.store.testing.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newest 10,000 are counted, and it is said where there are more. Rows are made by the database itself. */
class CountedTest {
    private static final int MOST = 10_000;
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private AgroalDataSource pool;
    private ReadPool read;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("counted_" + UUID.randomUUID().toString().substring(0, 8), 0);
        read = new ReadPool(pool);
        for (String table : List.of("articles", "enrichments", "article_entities", "event_mentions", "quotes")) {
            execute("CREATE TABLE %1$s_all PARTITION OF %1$s DEFAULT".formatted(table));
        }
        execute("INSERT INTO labels VALUES ('source:one', 'source', 'One', 'one')");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ArticlePage facets() {
        return new PostgresArticleQueries(read, new Filters(read))
                .find(ArticleQueryParser.parse(Map.of("facets", List.of("true"))));
    }

    private void insert(int from, int to) throws SQLException {
        execute("""
                INSERT INTO revisions (id, revision, content_hash, seq, stored_month, status)
                SELECT 'a-' || n, 1, 'hash', n, '2026-11-01', 'usable' FROM generate_series(%d, %d) AS n
                """.formatted(from, to));
        execute("""
                INSERT INTO articles (stored_month, id, revision, is_head, status, source_id, source_name, source_kind, title,
                    snippet, language, sort_at, fetched_at, enrichment_version, highlights, tags, tsv, raw)
                SELECT '2026-11-01', 'a-' || n, 1, true, 'usable', 'one', 'One', 'push', 'title', '', 'en',
                    timestamptz '2026-11-20T08:00:00Z' - n * interval '1 s', now(), 'v', '{}',
                    ARRAY['entity:e', 'topic:medtop:11000000', 'lang:' || CASE n %% 4 WHEN 0 THEN 'de' ELSE 'en' END],
                    '', '{}'
                FROM generate_series(%d, %d) AS n
                """.formatted(from, to));
        execute("""
                INSERT INTO article_entities (stored_month, id, revision, entity, type, name, salience, mentions, roles,
                    sort_at, current)
                SELECT stored_month, id, 1, 'e', 'ORG', 'E', 0.5, 1, '[]', sort_at, true FROM articles
                ON CONFLICT DO NOTHING
                """);
    }

    private Counted entity() {
        Filters filters = new Filters(read);
        EntityQueries queries =
                new EntityQueries(read, new PostgresArticleQueries(read, filters), new EventQueries(read, filters));
        return queries.get("e", Interval.DAY).orElseThrow().counted();
    }

    private Counted topics() {
        Filters filters = new Filters(read);
        return new TopicQueries(read, filters, new PostgresArticleQueries(read, filters))
                .tree(Map.of())
                .counted();
    }

    private Counted source() {
        SourceList.Known known =
                new SourceQueries(read).list(new PageRequest(1, null)).items().get(0);
        return new Counted((int) known.articles(), known.approximate());
    }

    private Counted window() {
        Trends.Window recent = new AggregateQueries(read, new Filters(read), InstantSource.fixed(NOW))
                .trends(TrendQuery.parse(Map.of("field", List.of("entity"))))
                .recent();
        return new Counted(recent.articles(), recent.approximate());
    }

    @Test
    void countsTenThousandAndSaysWhereThereAreMore() throws SQLException {
        // Given
        insert(1, MOST);
        List<Counted> atLimit = List.of(entity(), topics(), source(), window());

        // When
        insert(MOST + 1, MOST + 1);

        // Then
        assertThat(atLimit).containsOnly(new Counted(MOST, false));
        assertThat(List.of(entity(), topics(), source(), window())).containsOnly(new Counted(MOST, true));
    }

    @Test
    void samplesFacetsOfMoreThanTenThousand() throws SQLException {
        // Given
        insert(1, MOST);
        ArticlePage atLimit = facets();

        // When
        insert(MOST + 1, MOST + 1);
        ArticlePage above = facets();

        // Then: the sample is every fourth of the newest, those of the one language
        assertThat(atLimit.counted()).isEqualTo(new Counted(MOST, false));
        assertThat(atLimit.facets().get("lang"))
                .containsExactly(new FacetValue("en", "en", MOST * 3 / 4), new FacetValue("de", "de", MOST / 4));
        assertThat(above.counted()).isEqualTo(new Counted(MOST, true));
        assertThat(above.facets().get("entity")).containsExactly(new FacetValue("e", "e", MOST));
        assertThat(above.facets().get("lang")).containsExactly(new FacetValue("de", "de", MOST));
    }
}
