package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;

/** Stores articles as the service does, for tests of what reads them. */
public final class Stored {
    private static final String PRESENT = "date_trunc('month', now() AT TIME ZONE 'UTC')::date";

    private Stored() {}

    /** In this order, one transaction for all. */
    public static void write(AgroalDataSource pool, List<EnrichedArticle> articles) throws SQLException {
        new BatchWriter(pool, new Partitions(), new KnownTags())
                .write(articles.stream().map(article -> Rows.of(article, null)).toList());
    }

    /** As if all that is there had been stored in that month. */
    public static void moveAllTo(AgroalDataSource pool, YearMonth month) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : Partitions.TABLES) {
                createMonth(statement, table, month);
                statement.execute("UPDATE %s SET stored_month = '%s'".formatted(table, month.atDay(1)));
            }
            statement.execute("UPDATE revisions SET stored_month = '%s'".formatted(month.atDay(1)));
        }
    }

    /** As if what was stored in the present month had been stored in that one. */
    public static void movePresentTo(AgroalDataSource pool, YearMonth month) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : Partitions.TABLES) {
                createMonth(statement, table, month);
                statement.execute("UPDATE %s SET stored_month = '%s' WHERE stored_month = %s"
                        .formatted(table, month.atDay(1), PRESENT));
            }
            statement.execute("UPDATE revisions SET stored_month = '%s' WHERE stored_month = %s"
                    .formatted(month.atDay(1), PRESENT));
        }
    }

    private static void createMonth(Statement statement, String table, YearMonth month) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS %s PARTITION OF %s FOR VALUES FROM ('%s') TO ('%s')"
                .formatted(
                        Partitions.name(table, month),
                        table,
                        month.atDay(1),
                        month.plusMonths(1).atDay(1)));
    }

    public static boolean drop(AgroalDataSource pool, YearMonth month) throws SQLException {
        return new MonthDrop(pool).drop(month);
    }

    /** As on request. */
    public static void erase(AgroalDataSource pool, String id) throws SQLException {
        new Erasure(pool).erase(id);
    }
}
