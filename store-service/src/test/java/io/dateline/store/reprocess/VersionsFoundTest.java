package io.dateline.store.reprocess;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.reprocess.Reprocessing.Found;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five articles came back to one reprocessing: two of one version, three of another; and one to none. */
class VersionsFoundTest {
    private static final long NUMBER = 7;

    private AgroalDataSource pool;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("found_" + UUID.randomUUID().toString().substring(0, 8), 0);
        Stored.write(pool, List.of(story("a"), story("b"), story("c"), story("d"), story("e"), story("f")));
        StoreSchema.rows(
                pool,
                "UPDATE enrichments SET reprocessing = " + NUMBER
                        + ", version = CASE WHEN n < 3 THEN 'old' ELSE 'new' END"
                        + " FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM articles) AS a"
                        + " WHERE enrichments.id = a.id AND n < 6 RETURNING 1");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private List<Found> found(long number, int counted) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return ReprocessingTable.versions(connection, number, counted);
        }
    }

    @Test
    void countsWhatCameBackByVersionUpToABound() throws SQLException {
        assertThat(found(NUMBER, 3)).containsExactly(new Found("new", 3, false), new Found("old", 2, false));
        assertThat(found(NUMBER, 2)).containsExactly(new Found("new", 2, true), new Found("old", 2, false));
        assertThat(found(NUMBER + 1, 3)).isEmpty();
    }
}
