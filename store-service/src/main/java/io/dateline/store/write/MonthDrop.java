package io.dateline.store.write;

import io.dateline.store.sql.Sql;
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
import java.util.stream.Collectors;
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
    /**
     * Commits of two months overlap for a moment: the first change that is kept counts, not the last of the month. It lies
     * behind all that was dropped before, whose lines of revisions need not be looked at again.
     */
    private static final String REMEMBER = """
            INSERT INTO dropped_months (month, last_seq, newest_sort)
            SELECT ?, coalesce((SELECT seq - 1 FROM revisions WHERE stored_month > ?
                        AND seq > coalesce((SELECT max(last_seq) FROM dropped_months), 0) ORDER BY seq LIMIT 1),
                    (SELECT max(seq) FROM revisions), 0),
                coalesce((SELECT max(sort_at) FROM %s WHERE is_head AND status = 'usable'), '-infinity')
            """;

    /** Of the articles whose newest revision goes, and what the month stored of articles that never came or are gone. */
    private static final String SIGHTINGS = """
            DELETE FROM sightings WHERE article_id IN (SELECT id FROM %s WHERE is_head)
            """;

    /** Apart from the others, or neither could be a join. */
    private static final String ORPHANED_SIGHTINGS = """
            DELETE FROM sightings WHERE stored_at < ?
                AND NOT EXISTS (SELECT FROM articles WHERE articles.id = sightings.article_id)
            """;
    /**
     * Whoever comes while we wait for a lock waits behind us: for each of ten tables this long, which together is less than
     * a question may take.
     */
    private static final String LIMITS = "SET LOCAL statement_timeout = '10min'; SET LOCAL lock_timeout = '100ms'";
    /** Beyond the statements' own limit: the pool's is meant for batches. */
    private static final int SOCKET_MS = 11 * 60 * 1000;

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
     * Waits no longer than a moment for tables that others are reading or writing.
     *
     * @return false where another instance is at it or has been
     * @throws SQLException and then nothing was dropped but sightings of articles that never came; with the state {@link SqlStates#LOCKED} where others were at the
     *     tables
     */
    boolean drop(YearMonth month) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            int socket = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, SOCKET_MS);
            try {
                Sql.transaction(connection, orphans -> takeOrphans(orphans, month));
                return Sql.transaction(connection, tables -> drop(tables, month));
            } finally {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, socket);
                }
            }
        }
    }

    /**
     * Sightings of articles that never came, or are gone, while others are still written: what comes in meanwhile is found
     * once more when they are kept out. These go whether or not the month does.
     */
    private static Void takeOrphans(Connection connection, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
            if (Partitions.lock(connection) && Partitions.there(connection, month)) {
                dropOrphans(connection, month);
            }
        }
        return null;
    }

    private static boolean drop(Connection connection, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
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
            // What takes long is done by now. All locks or none, in the order in which writers take theirs.
            statement.execute("LOCK TABLE " + all(month) + " IN ACCESS EXCLUSIVE MODE");
            for (String table : Partitions.TABLES) {
                statement.execute("DROP TABLE " + Partitions.name(table, month));
            }
        }
        return true;
    }

    private static void dropSightings(Connection connection, YearMonth month) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate(SIGHTINGS.formatted(Partitions.name("articles", month)));
        }
        dropOrphans(connection, month);
    }

    private static void dropOrphans(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(ORPHANED_SIGHTINGS)) {
            delete.setObject(1, month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    /** To drop a part of a table takes a lock of the whole, too. */
    private static String all(YearMonth month) {
        return Partitions.TABLES.stream()
                .map(table -> "ONLY " + table + ", " + Partitions.name(table, month))
                .collect(Collectors.joining(", "));
    }
}
