package io.dateline.store.write;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which partitions settling the heads looks at: PostgreSQL locks each of them. */
class HeadMonthsTest {
    private static final String LOCKED = """
            SELECT DISTINCT c.relname FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation
            JOIN pg_inherits AS i ON i.inhrelid = c.oid
            WHERE l.pid = pg_backend_pid() AND c.relkind = 'r' AND c.relnamespace = current_schema::regnamespace
            """;

    private AgroalDataSource pool;

    @BeforeEach
    void open() throws SQLException {
        pool = StoreSchema.create("months_" + UUID.randomUUID().toString().substring(0, 8), 0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void areThoseOfItsRevisionsAlone() throws SQLException {
        // Given: partitions of this month and the next
        BatchWriter writer = new BatchWriter(pool, new Partitions(), new KnownTags());
        ArticleRow second = Rows.of(canceled("a", 2), null);
        writer.write(List.of(Rows.of(story("a"), null)));
        writer.write(List.of(second));

        // When
        List<String> locked = Sql.transaction(pool, connection -> {
            // As the writers' pools do.
            Sql.update(connection, "SET LOCAL plan_cache_mode = force_custom_plan");
            Heads.settle(connection, List.of(second));
            return Sql.rows(connection, LOCKED, row -> row.getString(1));
        });

        // Then: the month may have turned since
        LocalDate next = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1);
        String partition = "_%04d_%02d".formatted(next.getYear(), next.getMonthValue());
        assertThat(StoreSchema.rows(pool, "SELECT relname FROM pg_class WHERE relkind = 'r'"))
                .contains("articles" + partition);
        assertThat(locked).isNotEmpty().noneMatch(name -> name.endsWith(partition));
        assertThat(StoreSchema.rows(pool, "SELECT revision FROM articles WHERE is_head"))
                .containsExactly("2");
    }
}
