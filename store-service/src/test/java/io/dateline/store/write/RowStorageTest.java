package io.dateline.store.write;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which values of an article lie in its row, in a partition that the service has made. */
class RowStorageTest {
    private AgroalDataSource pool;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("rows_" + UUID.randomUUID().toString().substring(0, 8), 0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + Integer.toString(i * 7919, 36))
                .collect(Collectors.joining(" "));
    }

    @Test
    void onlyTheTextIsTakenOutOfARowOfFewWords() throws SQLException {
        // Given: as long as most news, and too long for a page even without its text
        Stored.write(
                pool,
                List.of(
                        story("most", 1, article -> article.title("most").body(words(250))),
                        story("long", 1, article -> article.title("long").body(words(900)))));

        // When
        List<String> kept = StoreSchema.rows(
                pool,
                "SELECT title, pg_column_toast_chunk_id(id) IS NULL AND pg_column_toast_chunk_id(tags) IS NULL"
                        + " AND pg_column_toast_chunk_id(source_name) IS NULL, pg_column_toast_chunk_id(tsv) IS NULL,"
                        + " pg_column_toast_chunk_id(raw) IS NULL FROM articles ORDER BY title DESC");

        // Then
        assertThat(kept).containsExactly("most t t f", "long t f f");
    }

    @Test
    void eachPartitionIsMadeSo() throws SQLException {
        Stored.write(pool, List.of(story("a")));

        assertThat(StoreSchema.rows(
                        pool,
                        "SELECT DISTINCT reloptions FROM pg_class JOIN pg_inherits ON inhrelid = oid"
                                + " WHERE inhparent IN ('articles'::regclass, 'enrichments'::regclass)"))
                .containsExactly("{toast_tuple_target=4080}");
        assertThat(StoreSchema.rows(
                        pool,
                        "SELECT DISTINCT attname FROM pg_attribute JOIN pg_inherits ON inhrelid = attrelid"
                                + " WHERE inhparent = 'articles'::regclass AND attstorage = 'x'"))
                .containsExactly("raw");
        assertThat(StoreSchema.rows(
                        pool,
                        "SELECT DISTINCT attname FROM pg_attribute JOIN pg_inherits ON inhrelid = attrelid"
                                + " WHERE inhparent = 'enrichments'::regclass AND attstorage = 'e' ORDER BY attname"))
                .containsExactly("fingerprint", "packed");
    }
}
