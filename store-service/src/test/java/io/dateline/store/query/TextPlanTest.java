package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.testing.Stories;
import io.dateline.store.write.Stored;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the database goes about words. */
class TextPlanTest {
    private static final String OTHERS = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema"
            + " AND tablename = 'articles' AND indexname NOT IN ('articles_text', 'articles_key')";

    private AgroalDataSource pool;

    @BeforeEach
    void open() throws SQLException {
        pool = StoreSchema.create("plans_" + UUID.randomUUID().toString().substring(0, 8), 0);
        Stored.write(pool, List.of(Stories.story("a")));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** Where the table is too large to be read through, and no other index is there to do it by. */
    private String plan(String words, String in) throws SQLException {
        Filter filter = Asking.filters(pool)
                .resolve(ArticleQueryParser.parse(
                        in == null ? Map.of("q", List.of(words)) : Map.of("q", List.of(words), "in", List.of(in))));
        return Sql.transaction(pool, connection -> {
            Sql.update(connection, "SET LOCAL enable_seqscan = off");
            for (String index : Sql.rows(connection, OTHERS, row -> row.getString(1))) {
                Sql.update(connection, "DROP INDEX " + index);
            }
            Conditions sql = new Conditions()
                    .add("EXPLAIN SELECT a.id FROM articles AS a WHERE ")
                    .add(Conditions.listable(filter));
            StringBuilder plan = new StringBuilder();
            try (PreparedStatement explain = sql.prepare(connection);
                    ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "harvest,",
                "harvest,title",
                "Yahoo!,",
                "Yahoo!,title",
                "Yahoo!,body",
                "Yahoo! ! ...,title",
                "\"Oh! Calcutta!\",title",
                "talks -oil,",
            })
    void wordsGoThroughTheIndex(String words, String in) throws SQLException {
        // Given / When
        String plan = plan(words, in);

        // Then
        assertThat(plan).containsPattern("Index Cond: \\(tsv @@");
    }
}
