package io.dateline.store.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Drops the texts and tags of a month, all tables of it or none. The lines of {@code revisions} stay, so that nothing of
 * it is stored again, and {@code dropped_months} says what is gone to whoever resumes before it.
 */
final class MonthDrop {
    private static final Pattern PARTITION = Pattern.compile("articles_(\\d{4})_(\\d{2})");
    private static final String PARTITIONS = """
            SELECT child.relname FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
            WHERE inhparent = 'articles'::regclass
            """;
    /** Commits of two months overlap for a moment: the first change that is kept counts, not the last of the month. */
    private static final String REMEMBER = """
            INSERT INTO dropped_months (month, last_seq, newest_sort)
            SELECT ?, coalesce((SELECT min(seq) - 1 FROM revisions WHERE stored_month > ?),
                    (SELECT max(seq) FROM revisions), 0),
                coalesce((SELECT max(sort_at) FROM %s WHERE is_head AND status = 'usable'), '-infinity')
            """;

    /** Of the articles whose newest revision goes, and what the month stored of articles that never came or are gone. */
    private static final String SIGHTINGS = """
            DELETE FROM sightings WHERE article_id IN (SELECT id FROM %s WHERE is_head)
                OR stored_at < ? AND NOT EXISTS (SELECT FROM articles WHERE articles.id = sightings.article_id)
            """;

    private static final String NO_LIMIT_BUT_OF_LOCKS =
            "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '2s'";

    private final DataSource dataSource;

    MonthDrop(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** By the clock of the database, which also says in which month a row is stored. */
    Instant now() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** The months that have tables. */
    Set<YearMonth> present() throws SQLException {
        Set<YearMonth> months = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(PARTITIONS)) {
            while (rows.next()) {
                Matcher name = PARTITION.matcher(rows.getString(1));
                if (name.matches()) {
                    months.add(YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))));
                }
            }
        }
        return months;
    }

    /**
     * Waits two seconds for each table that others are reading or writing.
     *
     * @return false where another instance is at it or has been
     * @throws SQLException and then nothing was dropped
     */
    boolean drop(YearMonth month) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean dropped = drop(connection, month);
                if (dropped) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return dropped;
            } catch (SQLException e) {
                BatchWriter.rollback(connection, e);
                throw e;
            }
        }
    }

    private static boolean drop(Connection connection, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NO_LIMIT_BUT_OF_LOCKS);
            if (!Partitions.lock(connection) || !Partitions.there(connection, month)) {
                return false;
            }
            try (PreparedStatement remember =
                    connection.prepareStatement(REMEMBER.formatted(Partitions.name("articles", month)))) {
                remember.setObject(1, month.atDay(1));
                remember.setObject(2, month.atDay(1));
                remember.executeUpdate();
            }
            SightingWriter.keepOut(connection);
            dropSightings(connection, month);
            // In the order in which writers take their locks, so that none waits for the other in a circle.
            for (String table : Partitions.TABLES) {
                statement.execute("DROP TABLE " + Partitions.name(table, month));
            }
        }
        return true;
    }

    private static void dropSightings(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(SIGHTINGS.formatted(Partitions.name("articles", month)))) {
            delete.setObject(1, month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }
}
